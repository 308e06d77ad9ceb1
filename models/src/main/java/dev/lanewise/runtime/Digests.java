package dev.lanewise.runtime;

import dev.lanewise.digest.FloatBits;
import dev.lanewise.digest.Sha256;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.util.List;

/** SHA-256, as 64 lower-case hexadecimal digits. */
final class Digests {

    private Digests() {}

    static String sha256(byte[] bytes) {
        MessageDigest digest = Sha256.digest();
        digest.update(bytes);
        return Sha256.text(digest);
    }

    /** Of the bits of all values, NaN canonical, little-endian, one parameter after the other. */
    static String sha256(List<Parameter> parameters) {
        MessageDigest digest = Sha256.digest();
        for (Parameter parameter : parameters) {
            ByteBuffer bits = ByteBuffer.allocate(4 * parameter.columns()).order(ByteOrder.LITTLE_ENDIAN);
            for (int row = 0; row < parameter.rows(); row++) {
                FloatBits.put(parameter.values(), row * parameter.columns(), parameter.columns(), bits.clear());
                digest.update(bits.array());
            }
        }
        return Sha256.text(digest);
    }
}
