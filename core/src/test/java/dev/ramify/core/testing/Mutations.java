package dev.ramify.core.testing;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Changes files as damage and ill will do: bits, numbers, lengths, parts that are lost or doubled.
 */
public final class Mutations {

    private static final byte[] TELLING = {
        0, 1, -1, 127, -128, '0', '9', '\'', '"', '(', '{', '\n'
    };

    private static final String[] TOKENS = {
        "99999999999999999999", "-1", "0", "4294967295", "NaN", "1e999", "\u202E", "\u001B[2J",
                "''",
        "((((", "O", "U0", "S99999999", "<f2", ">i8", "True", "\uFEFF", ",,,,"
    };

    private Mutations() {}

    /** Change some bytes in one to four ways, which follow from the random numbers. */
    public static byte[] of(byte[] original, SplittableRandom random) {
        byte[] changed = original;
        int ways = 1 + random.nextInt(4);
        for (int i = 0; i < ways; i++) {
            changed = once(changed, random);
        }
        return changed;
    }

    private static byte[] once(byte[] bytes, SplittableRandom random) {
        if (bytes.length == 0) {
            return TOKENS[random.nextInt(TOKENS.length)].getBytes(StandardCharsets.UTF_8);
        }
        int at = random.nextInt(bytes.length);
        int length = Math.min(bytes.length - at, 1 + random.nextInt(16));
        byte[] changed = bytes.clone();
        switch (random.nextInt(7)) {
            case 0 -> changed[at] ^= (byte) (1 << random.nextInt(8));
            case 1 -> changed[at] = TELLING[random.nextInt(TELLING.length)];
            case 2 -> changed[at] = (byte) random.nextInt(256);
            case 3 -> {
                return Arrays.copyOf(bytes, at);
            }
            case 4 -> {
                return joined(bytes, at, new byte[0], at + length);
            }
            case 5 -> {
                return joined(bytes, at, Arrays.copyOfRange(bytes, at, at + length), at);
            }
            default -> {
                String token = TOKENS[random.nextInt(TOKENS.length)];
                boolean over = random.nextBoolean();
                return joined(
                        bytes, at, token.getBytes(StandardCharsets.UTF_8), over ? at + length : at);
            }
        }
        return changed;
    }

    private static byte[] joined(byte[] bytes, int end, byte[] middle, int from) {
        byte[] all = Arrays.copyOf(bytes, end + middle.length + bytes.length - from);
        System.arraycopy(middle, 0, all, end, middle.length);
        System.arraycopy(bytes, from, all, end + middle.length, bytes.length - from);
        return all;
    }
}
