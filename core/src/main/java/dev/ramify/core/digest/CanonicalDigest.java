package dev.ramify.core.digest;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The SHA-256 of a tree of maps, lists and scalars.
 *
 * <p>Each value is written with its kind and length, so that different trees never give the same
 * bytes. Maps are written in the order of their keys. Numbers are whole or, in the bits of a
 * double, real; neither locale nor the version of Java changes them. Entries of maps that hold
 * nothing (null, false, 0, an empty text, list or map) are left out: a component that is added with
 * such a default changes no digest.
 */
public final class CanonicalDigest {

    private final MessageDigest digest = Sha256.start();

    private CanonicalDigest() {}

    /**
     * Digest a tree.
     *
     * @param tree maps with texts as keys, lists, texts, numbers, truth values and null
     * @return in lower-case hexadecimal
     * @throws IllegalArgumentException if there is a value of another kind
     */
    public static String of(Object tree) {
        CanonicalDigest writer = new CanonicalDigest();
        writer.value(tree);
        return Sha256.hex(writer.digest);
    }

    private void value(@Nullable Object value) {
        if (value == null) {
            put("n;");
        } else if (value instanceof Map<?, ?> map) {
            map(map);
        } else if (value instanceof Collection<?> list) {
            put("l" + list.size() + ":");
            list.forEach(this::value);
        } else {
            put(scalar(value));
        }
    }

    private void map(Map<?, ?> map) {
        Map<String, Object> sorted = new TreeMap<>();
        map.forEach(
                (key, value) -> {
                    if (!holdsNothing(value)) {
                        sorted.put((String) key, value);
                    }
                });
        put("m" + sorted.size() + ":");
        sorted.forEach(
                (key, value) -> {
                    put(text(key));
                    value(value);
                });
    }

    private static boolean holdsNothing(@Nullable Object value) {
        return value == null
                || value.equals(Boolean.FALSE)
                || value.equals("")
                || value instanceof Number number && number.doubleValue() == 0
                || value instanceof Collection<?> list && list.isEmpty()
                || value instanceof Map<?, ?> map
                        && map.values().stream().allMatch(CanonicalDigest::holdsNothing);
    }

    private static String scalar(Object value) {
        if (value instanceof String text) {
            return text(text);
        }
        if (value instanceof Boolean truth) {
            return truth ? "b1;" : "b0;";
        }
        if (value instanceof Integer || value instanceof Long || value instanceof Short) {
            return "i" + Long.toString(((Number) value).longValue()) + ";";
        }
        if (value instanceof Double || value instanceof Float) {
            long bits = Double.doubleToLongBits(((Number) value).doubleValue());
            return "r" + Long.toHexString(bits) + ";";
        }
        throw new IllegalArgumentException(
                "a canonical form has no place for " + value.getClass().getName());
    }

    private static String text(String text) {
        return "t" + text.getBytes(StandardCharsets.UTF_8).length + ":" + text;
    }

    private void put(String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
    }
}
