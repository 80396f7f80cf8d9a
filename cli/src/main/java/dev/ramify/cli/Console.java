package dev.ramify.cli;

import java.io.PrintStream;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Where the program writes: data to {@code out}, words for people to {@code err}.
 *
 * @param out takes data alone
 * @param err takes everything else
 * @param terminal whether {@code err} is a terminal, on which lines can be redrawn
 * @param colour whether words may be coloured
 * @param width characters in a line of the terminal
 */
record Console(PrintStream out, PrintStream err, boolean terminal, boolean colour, int width) {

    private static final int USUAL_WIDTH = 80;

    /** Return the console of the process. */
    @SuppressWarnings("SystemConsoleNull") // a guess, for those who start without the launcher
    static Console system(Map<String, String> environment) {
        // The launcher can tell whether stderr is a terminal; Java cannot.
        String told = environment.getOrDefault("RAMIFY_TTY", "");
        boolean terminal = told.isEmpty() ? System.console() != null : told.equals("1");
        return new Console(
                System.out,
                System.err,
                terminal,
                colour(environment, terminal),
                width(environment));
    }

    /** Decide as no-color.org and bixense.com/clicolors say. */
    static boolean colour(Map<String, String> environment, boolean terminal) {
        if (!environment.getOrDefault("NO_COLOR", "").isEmpty()) {
            return false;
        }
        String force = environment.getOrDefault("CLICOLOR_FORCE", "");
        if (!force.isEmpty() && !force.equals("0")) {
            return true;
        }
        return terminal && !environment.getOrDefault("CLICOLOR", "1").equals("0");
    }

    private static int width(Map<String, String> environment) {
        String columns = environment.getOrDefault("COLUMNS", "");
        return columns.matches("[1-9]\\d{1,3}") ? Integer.parseInt(columns) : USUAL_WIDTH;
    }

    /** Tell people something. */
    void say(String line) {
        err.println(line);
    }

    /** Tell people of a mistake or failure. */
    void complain(String message) {
        err.println(bold("error: ") + message);
    }

    /** Tell people of something that is not quite right. */
    void warn(String message) {
        err.println(bold("note: ") + message);
    }

    String bold(String text) {
        return styled("1", text);
    }

    String red(String text) {
        return styled("1;31", text);
    }

    private String styled(String code, String text) {
        return colour ? "\u001B[" + code + "m" + text + "\u001B[0m" : text;
    }

    /** Change each line of a text. */
    static String eachLine(String text, UnaryOperator<String> change) {
        return String.join("\n", text.lines().map(change).toList());
    }
}
