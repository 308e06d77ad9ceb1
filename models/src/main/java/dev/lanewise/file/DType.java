package dev.lanewise.file;

/** The types of number that a tensor in a file may have, by the names that safetensors gives them. All little-endian. */
public enum DType {
    /** 32-bit floats. */
    F32(4),
    /** 64-bit floats. */
    F64(8),
    /** 64-bit integers. */
    I64(8),
    /** 32-bit integers. */
    I32(4),
    /** Bytes, unsigned. */
    U8(1);

    private final int bytes;

    DType(int bytes) {
        this.bytes = bytes;
    }

    /**
     * The size of one number.
     *
     * @return in bytes
     */
    public int bytes() {
        return bytes;
    }
}
