package dev.lanewise.data;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The one digest used here, without the exception that no JDK throws. */
final class Sha256 {

    private Sha256() {}

    static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every JDK has SHA-256", e);
        }
    }
}
