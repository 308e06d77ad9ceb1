package dev.lanewise.data;

/** Is told how far a download is. */
@FunctionalInterface
public interface DownloadProgress {

    /** Tells nobody. */
    DownloadProgress SILENT = (file, bytes, of) -> {};

    /**
     * Some bytes have arrived. Called by one thread at a time, not the one that waits for the download; what it throws
     * ends the download.
     *
     * @param file the file's name
     * @param bytes how many of its bytes are there, growing from call to call
     * @param of how many it has in all
     */
    void arrived(String file, long bytes, long of);
}
