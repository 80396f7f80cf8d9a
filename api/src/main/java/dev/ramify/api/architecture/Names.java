package dev.ramify.api.architecture;

import java.util.regex.Pattern;

/** The form of names: they appear in paths, files and column headers. */
final class Names {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    private Names() {}

    static void check(String name) {
        Check.that(
                FORM.matcher(name).matches(),
                name.isBlank() ? "(unnamed)" : name,
                "a name is 1 to 64 letters, digits, '.', '_' or '-', starting with a letter or digit");
    }

    /** Join a path and a name below it. */
    static String join(String path, String name) {
        return path.isEmpty() ? name : path + "/" + name;
    }
}
