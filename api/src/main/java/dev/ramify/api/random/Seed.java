package dev.ramify.api.random;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.apiguardian.api.API;

/**
 * A source of randomness that is reproduced by its value.
 *
 * <p>Derive one seed per purpose, so that one use of randomness never shifts another. Thread-safe;
 * the generators it makes are not.
 *
 * @param value any number
 * @since 0.1
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Seed(long value) {

    /** Derive the seed for a purpose: equal purposes give equal seeds. */
    public Seed derive(String purpose) {
        long hash = value;
        for (int i = 0; i < purpose.length(); i++) {
            hash = mix(hash ^ purpose.charAt(i));
        }
        return new Seed(mix(hash + purpose.length()));
    }

    /** Derive the seed of a numbered part of a purpose, such as an epoch. */
    public Seed derive(String purpose, long number) {
        return new Seed(mix(derive(purpose).value ^ mix(number)));
    }

    /** Create a generator that starts at the beginning of this seed's sequence. */
    public RandomGenerator generator() {
        return new SplittableRandom(value);
    }

    /** The finalizer of SplitMix64 (Steele, Lea and Flood 2014) after its golden-ratio step. */
    private static long mix(long input) {
        long z = input + 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
