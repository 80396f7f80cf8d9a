package dev.ramify.core.array;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the literal of a Python dictionary that heads an array: the three keys in any order, quoted
 * either way, sizes with the {@code L} of Python 2. Each character is looked at once.
 */
final class NpyDictionary {

    private static final Set<String> KEYS = Set.of("descr", "fortran_order", "shape");

    private static final int MOST_DIMENSIONS = 32;

    private static final int SHOWN = 80;

    private final String text;
    private int at;

    private NpyDictionary(String text) {
        this.text = text;
    }

    /**
     * Read a header's text.
     *
     * @throws ArrayFormatException if it is no such dictionary, or its type is not read
     */
    static NpyHeader parse(String text) {
        return new NpyDictionary(text).header();
    }

    private NpyHeader header() {
        Map<String, Object> values = new HashMap<>();
        require('{');
        while (!take('}')) {
            String key = string();
            require(':');
            if (!KEYS.contains(key) || values.putIfAbsent(key, value(key)) != null) {
                throw malformed();
            }
            if (!take(',')) {
                require('}');
                break;
            }
        }
        skipBlanks();
        if (at < text.length()
                || !(values.get("descr") instanceof String descriptor)
                || !(values.get("fortran_order") instanceof Boolean columnMajor)
                || !(values.get("shape") instanceof List<?> sizes)) {
            throw malformed();
        }
        return new NpyHeader(
                NpyType.read(descriptor),
                sizes.stream().map(Long.class::cast).toList(),
                columnMajor);
    }

    private Object value(String key) {
        return switch (key) {
            case "descr" -> descriptor();
            case "shape" -> shape();
            default -> truth();
        };
    }

    private String descriptor() {
        skipBlanks();
        if (at < text.length() && text.charAt(at) == '[') {
            throw new ArrayFormatException(
                    "it holds records of several fields; give each field as an array of its own");
        }
        return string();
    }

    private boolean truth() {
        skipBlanks();
        for (boolean truth : new boolean[] {true, false}) {
            String word = truth ? "True" : "False";
            if (text.startsWith(word, at)) {
                at += word.length();
                return truth;
            }
        }
        throw malformed();
    }

    private List<Long> shape() {
        List<Long> sizes = new ArrayList<>();
        require('(');
        while (!take(')')) {
            sizes.add(size());
            if (sizes.size() > MOST_DIMENSIONS) {
                throw new ArrayFormatException(
                        "more than the %d dimensions that are read".formatted(MOST_DIMENSIONS));
            }
            if (!take(',')) {
                require(')');
                break;
            }
        }
        return sizes;
    }

    private long size() {
        skipBlanks();
        int from = at;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        String digits = text.substring(from, at);
        if (digits.isEmpty()) {
            throw malformed();
        }
        if (at < text.length() && text.charAt(at) == 'L') {
            at++;
        }
        Long size = parsed(digits);
        if (size == null) {
            throw new ArrayFormatException(
                    "a dimension of '%s' is too large to be true"
                            .formatted(digits.substring(0, Math.min(SHOWN, digits.length()))));
        }
        return size;
    }

    private static @Nullable Long parsed(String digits) {
        try {
            return Long.valueOf(digits);
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /** Read a text in either kind of quotes; Python 2 marks some with {@code u}. */
    private String string() {
        skipBlanks();
        if (at < text.length() && text.charAt(at) == 'u') {
            at++;
        }
        char quote = at < text.length() ? text.charAt(at) : 0;
        int end = quote == '\'' || quote == '"' ? text.indexOf(quote, at + 1) : -1;
        if (end < 0) {
            throw malformed();
        }
        String value = text.substring(at + 1, end);
        at = end + 1;
        return value;
    }

    private void require(char expected) {
        if (!take(expected)) {
            throw malformed();
        }
    }

    private boolean take(char expected) {
        skipBlanks();
        if (at < text.length() && text.charAt(at) == expected) {
            at++;
            return true;
        }
        return false;
    }

    private void skipBlanks() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private ArrayFormatException malformed() {
        String shown = text.substring(0, Math.min(SHOWN, text.length())).strip();
        return new ArrayFormatException(
                "the header is not {'descr': ..., 'fortran_order': ..., 'shape': ...}: " + shown);
    }
}
