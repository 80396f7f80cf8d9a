package dev.ramify.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where the program writes, in UTF-8 whatever the locale: data to {@code out}, words for people to
 * {@code err}.
 *
 * @param out takes data alone
 * @param err takes everything else
 * @param terminal whether {@code err} is a terminal, on which lines can be redrawn
 * @param colour whether words may be coloured
 * @param width characters in a line of the terminal
 * @param command what people type to call the program
 */
record Console(
        DataStream out,
        PrintStream err,
        boolean terminal,
        boolean colour,
        int width,
        String command) {

    static final String NAME = "ramify";

    /** The program's name where it stands for a command to type. */
    private static final Pattern CALL =
            Pattern.compile(
                    "\\bramify(?= (run|measure|validate|calibrate|plugins|data|doctor|bench|reference|completion|help|--)\\b)");

    private static final Pattern FOREIGN = Pattern.compile("\r(?!\n)|\u001B(?!\\[(?:0|1|1;31)m)");

    private static final int USUAL_WIDTH = 80;

    /** Return the console of the process. */
    @SuppressWarnings("SystemConsoleNull") // a guess, for those who start without the launcher
    static Console system(Map<String, String> environment) {
        // The launcher can tell whether stderr is a terminal; Java cannot.
        String told = environment.getOrDefault("RAMIFY_TTY", "");
        boolean terminal = told.isEmpty() ? System.console() != null : told.equals("1");
        return new Console(
                new DataStream(new FileOutputStream(FileDescriptor.out)),
                words(
                        new FileOutputStream(FileDescriptor.err),
                        terminal,
                        colour(environment, terminal)),
                terminal,
                colour(environment, terminal),
                width(environment),
                System.getProperty("ramify.command", NAME));
    }

    /** Make the stream for words to people, which only the program itself may style. */
    static PrintStream words(OutputStream target, boolean terminal, boolean colour) {
        return new PrintStream(
                new CleanOutput(target, colour, terminal), true, StandardCharsets.UTF_8);
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
        err.println(callable(plain(line)));
    }

    /** Words come from files too; styles but the program's own, and what redraws, are taken out. */
    private static String plain(String line) {
        return FOREIGN.matcher(line).replaceAll("?");
    }

    /** Write commands as people can type them here: {@code ./cli/ramify} in a clone. */
    String callable(String text) {
        return CALL.matcher(text).replaceAll(Matcher.quoteReplacement(command));
    }

    /** Tell people of a mistake or failure. */
    void complain(String message) {
        say(bold("error: ") + message);
    }

    /** Tell people of something that is not quite right. */
    void warn(String message) {
        say(bold("note: ") + message);
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
