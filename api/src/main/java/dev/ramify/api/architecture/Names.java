package dev.ramify.api.architecture;

import java.util.regex.Pattern;

/** The form of names: they appear in paths, files and column headers. */
final class Names {

    private static final String WORD = "[A-Za-z0-9][A-Za-z0-9._-]{0,63}";
    private static final Pattern FORM = Pattern.compile(WORD);
    private static final Pattern PATH = Pattern.compile(WORD + "(/" + WORD + ")*");
    private static final int MOST = 200;

    private Names() {}

    /** Check the name of a node, which may be a path. */
    static void check(String name) {
        Check.that(
                PATH.matcher(name).matches() && name.length() <= MOST,
                shown(name),
                "a name is 1 to 64 letters, digits, '.', '_' or '-', starting with a letter or digit; or several of these with '/' between them, up to %d characters",
                MOST);
    }

    /** Check the name of a branch, which is one part of paths. */
    static void checkWord(String name) {
        Check.that(
                FORM.matcher(name).matches(),
                shown(name),
                "a branch's name is 1 to 64 letters, digits, '.', '_' or '-', starting with a letter or digit");
    }

    private static String shown(String name) {
        return name.isBlank() ? "(unnamed)" : name;
    }

    /** Join a path and a name below it. */
    static String join(String path, String name) {
        return path.isEmpty() ? name : path + "/" + name;
    }
}
