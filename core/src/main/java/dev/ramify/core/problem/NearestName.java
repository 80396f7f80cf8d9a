package dev.ramify.core.problem;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds the name that somebody probably meant. */
public final class NearestName {

    private static final int LONGEST = 64;

    private NearestName() {}

    /**
     * Find the name nearest to what was written, if any is near: by the optimal string alignment
     * distance (an insertion, deletion, substitution or swap of neighbours each count one), at most
     * a third of the longer name; case, {@code _} and {@code -} do not count. Where none is so
     * near, a name that is one of the words of what was written: {@code batch} for {@code
     * batch_size}.
     */
    public static Optional<String> of(String written, Collection<String> names) {
        if (written.isEmpty() || written.length() > LONGEST) {
            return Optional.empty();
        }
        return names.stream()
                .filter(name -> distance(plain(written), plain(name)) <= tolerance(written, name))
                .min(
                        Comparator.comparingInt(
                                        (String name) -> distance(plain(written), plain(name)))
                                .thenComparing(Comparator.naturalOrder()))
                .or(() -> word(written, names));
    }

    private static Optional<String> word(String written, Collection<String> names) {
        List<String> words = List.of(written.toLowerCase(Locale.ROOT).split("[-_. ]", -1));
        return names.stream().filter(words::contains).sorted().findFirst();
    }

    /** Return {@code did you mean `x`?}, or the empty string if no name is near. */
    public static String hint(String written, Collection<String> names) {
        return of(written, names).map("did you mean `%s`?"::formatted).orElse("");
    }

    private static int tolerance(String written, String name) {
        return Math.max(written.length(), name.length()) / 3;
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replace("_", "").replace("-", "");
    }

    private static int distance(String a, String b) {
        int[] before = new int[b.length() + 1];
        int[] previous = new int[b.length() + 1];
        int[] current = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            current[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int changed = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                int least = Math.min(previous[j] + 1, current[j - 1] + 1);
                least = Math.min(least, previous[j - 1] + changed);
                if (i > 1
                        && j > 1
                        && a.charAt(i - 1) == b.charAt(j - 2)
                        && a.charAt(i - 2) == b.charAt(j - 1)) {
                    least = Math.min(least, before[j - 2] + 1);
                }
                current[j] = least;
            }
            int[] recycled = before;
            before = previous;
            previous = current;
            current = recycled;
        }
        return previous[b.length()];
    }
}
