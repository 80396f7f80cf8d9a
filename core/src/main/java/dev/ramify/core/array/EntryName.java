package dev.ramify.core.array;

import java.util.List;

/** Names of entries, which are names of arrays and nothing else. */
final class EntryName {

    private static final int LONGEST = 4_096;

    private static final int SHOWN = 100;

    /** What {@code torch.save} puts into its archives. */
    private static final String PICKLE = "data.pkl";

    private EntryName() {}

    /** Tell whether an entry is but a folder, or what macOS adds to archives of its own. */
    static boolean isNone(String entry) {
        return entry.endsWith("/")
                || entry.startsWith("__MACOSX/")
                || entry.substring(entry.lastIndexOf('/') + 1).equals(".DS_Store");
    }

    /** Tell whether an entry stands beside arrays and is none. */
    static boolean isBeside(String entry) {
        return !entry.endsWith(Npz.SUFFIX) && !entry.endsWith(PICKLE);
    }

    /**
     * Check a name and return that of the array.
     *
     * @throws ArrayFormatException if it is no name of an array, or leads out of a folder
     */
    static String check(String entry) {
        if (entry.endsWith(PICKLE)) {
            throw new ArrayFormatException(
                    "no .npy array; this is what torch.save writes",
                    "write arrays with numpy.savez: tensor.float().numpy()");
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

    /** Return the beginning of a name, which is enough to find it. */
    static String shown(String entry) {
        return entry.length() <= SHOWN ? entry : entry.substring(0, SHOWN) + "...";
    }
}
