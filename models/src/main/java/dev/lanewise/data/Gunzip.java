package dev.lanewise.data;

import java.nio.ByteBuffer;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Expands one gzip file (RFC 1952) held in memory, piece by piece and strictly: a file that is damaged, cut off, or goes
 * on after its only member is an exception, where {@link java.util.zip.GZIPInputStream} ignores what follows.
 */
final class Gunzip implements AutoCloseable {

    private static final int HEADER = 10;
    private static final int TRAILER = 8;
    private static final int DEFLATE = 8;
    private static final int HEADER_CRC = 2;
    private static final int EXTRA = 4;
    private static final int NAME = 8;
    private static final int COMMENT = 16;
    private static final int RESERVED = 0xe0;

    /** Deflate cannot shrink anything more than this (zlib's documented limit). */
    private static final int LARGEST_RATIO = 1032;

    private static final int USUAL_RATIO = 4;

    private final String file;
    private final ByteBuffer gzip;
    private final Inflater inflater = new Inflater(true);
    private final CRC32 crc = new CRC32();

    Gunzip(String file, ByteBuffer gzip) throws DataFileException {
        this.file = file;
        this.gzip = gzip;
        int start = afterHeader();
        inflater.setInput(gzip.slice(start, gzip.limit() - start));
    }

    static boolean isGzip(ByteBuffer bytes) {
        return bytes.limit() >= 2 && bytes.get(0) == 0x1f && bytes.get(1) == (byte) 0x8b;
    }

    /** Whether this file could expand to as many bytes: asked before memory is set aside for them. */
    boolean canHold(long bytes) {
        return bytes <= (long) LARGEST_RATIO * gzip.limit();
    }

    /** Whether this is no more than images commonly shrink by, so that memory may be set aside at once. */
    boolean usuallyHolds(long bytes) {
        return bytes <= (long) USUAL_RATIO * gzip.limit();
    }

    /** Expands to {@code bytes[from, to)}, and returns where the data ended: at {@code to}, or before. */
    int read(byte[] bytes, int from, int to) throws DataFileException {
        int at = from;
        while (at < to && !inflater.finished()) {
            int count;
            try {
                count = inflater.inflate(bytes, at, to - at);
            } catch (DataFormatException e) {
                throw damaged("damaged data (" + e.getMessage() + ")");
            }
            if (count == 0 && inflater.needsDictionary()) {
                throw damaged("data that needs a dictionary");
            }
            if (count == 0 && inflater.needsInput()) {
                throw damaged("its end after " + gzip.limit() + " compressed bytes");
            }
            crc.update(bytes, at, count);
            at += count;
        }
        return at;
    }

    /** Checks the length and the checksum behind the data, once it has been read to its end. */
    void requireEnd() throws DataFileException {
        int left = inflater.getRemaining();
        if (!inflater.finished() || left < TRAILER) {
            throw damaged("its end after " + gzip.limit() + " compressed bytes");
        }
        int trailer = gzip.limit() - left;
        if (little(trailer) != (int) crc.getValue() || little(trailer + 4) != (int) inflater.getBytesWritten()) {
            throw damaged("data that does not have the checksum and length at its end");
        }
        if (left > TRAILER) {
            throw damaged((left - TRAILER) + " more bytes after it");
        }
    }

    @Override
    public void close() {
        inflater.end();
    }

    private int afterHeader() throws DataFileException {
        if (gzip.limit() < HEADER) {
            throw damaged("its end after " + gzip.limit() + " bytes");
        }
        int flags = gzip.get(3);
        if (gzip.get(2) != DEFLATE || (flags & RESERVED) != 0) {
            throw damaged("a header with method %d and flags 0x%02x".formatted(gzip.get(2), flags & 0xff));
        }
        int at = HEADER;
        if ((flags & EXTRA) != 0) {
            at = inside(at + 2);
            at = inside(at + (gzip.get(at - 2) & 0xff | (gzip.get(at - 1) & 0xff) << 8));
        }
        if ((flags & NAME) != 0) {
            at = afterZero(at);
        }
        if ((flags & COMMENT) != 0) {
            at = afterZero(at);
        }
        return (flags & HEADER_CRC) != 0 ? inside(at + 2) : at;
    }

    private int afterZero(int from) throws DataFileException {
        int at = from;
        while (gzip.get(inside(at + 1) - 1) != 0) {
            at++;
        }
        return at + 1;
    }

    private int inside(int end) throws DataFileException {
        if (end > gzip.limit()) {
            throw damaged("its end after " + gzip.limit() + " bytes, within its header");
        }
        return end;
    }

    private int little(int at) {
        return gzip.get(at) & 0xff
                | (gzip.get(at + 1) & 0xff) << 8
                | (gzip.get(at + 2) & 0xff) << 16
                | gzip.get(at + 3) << 24;
    }

    private DataFileException damaged(String found) {
        return new DataFileException(file, "one whole gzip file", found);
    }
}
