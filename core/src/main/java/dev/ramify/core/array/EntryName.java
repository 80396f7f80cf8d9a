package dev.ramify.core.array;

import java.util.List;

/** Names of entries, which are names of arrays and nothing else. */
final class EntryName {

    private static final int LONGEST = 4_096;

    private static final int SHOWN = 100;

    private EntryName() {}

    /**
     * Check a name and return that of the array.
     *
     * @throws ArrayFormatException if it is no name of an array, or leads out of a folder
     */
    static String check(String entry) {
        if (!entry.endsWith(Npz.SUFFIX)) {
            throw new ArrayFormatException(
                    "no .npy array"
                            + (entry.endsWith("data.pkl")
                                    ? "; this is what torch.save writes, write arrays with numpy.savez"
                                    : ""));
        }
        String name = entry.substring(0, entry.length() - Npz.SUFFIX.length());
        if (name.length() > LONGEST) {
            throw new ArrayFormatException("a name of %d characters".formatted(name.length()));
        }
        boolean path =
                name.contains("\\")
                        || name.matches("[A-Za-z]:/.*")
                        || List.of(name.split("/", -1)).stream()
                                .anyMatch(part -> List.of("", ".", "..").contains(part));
        if (path || name.codePoints().anyMatch(Character::isISOControl)) {
            throw new ArrayFormatException(
                    "the name is a path rather than that of an array, such as activations/conv1");
        }
        return name;
    }

    /** Return a name safe to be shown on a terminal. */
    static String shown(String entry) {
        String plain = entry.replaceAll("\\p{Cntrl}", "?");
        return plain.length() <= SHOWN ? plain : plain.substring(0, SHOWN) + "...";
    }
}
