package dev.ramify.plugins.datasets.files;

import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Computes SHA-256 digests in lower-case hexadecimal. */
public final class Sha256 {

    private Sha256() {}

    /** Return the digest of bytes. */
    public static String of(byte[] bytes) {
        return HexFormat.of().formatHex(start().digest(bytes));
    }

    /** Start a digest over several pieces. */
    public static MessageDigest start() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Finish a digest that {@link #start} began. */
    public static String finish(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Wrap a stream so that its bytes are digested while they are read. */
    public static DigestInputStream watching(InputStream in) {
        return new DigestInputStream(in, start());
    }

    /** Read what is left of a watched stream and return the digest of all of it. */
    public static String finish(DigestInputStream in) throws IOException {
        byte[] buffer = new byte[1 << 16];
        int read = 0;
        while (read >= 0) {
            read = in.read(buffer);
        }
        return finish(in.getMessageDigest());
    }
}
