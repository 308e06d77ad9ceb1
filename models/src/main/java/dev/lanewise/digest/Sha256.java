package dev.lanewise.digest;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The one digest used here, without the exception that no JDK throws. */
public final class Sha256 {

    private Sha256() {}

    /** {@return a digest that has seen nothing yet} */
    public static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every JDK has SHA-256", e);
        }
    }

    /**
     * Ends a digest.
     *
     * @param digest what has seen everything
     * @return 64 lower-case hexadecimal digits
     */
    public static String text(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }
}
