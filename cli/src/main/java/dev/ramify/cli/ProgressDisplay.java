package dev.ramify.cli;

import java.util.Locale;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Shows how far some work is: a bar that is redrawn on a terminal, else a plain line every ten
 * seconds. Thread-safe.
 */
final class ProgressDisplay implements AutoCloseable {

    private static final long REDRAW_NANOS = 100_000_000L;
    private static final long LINE_NANOS = 10_000_000_000L;
    private static final int BAR = 20;
    private static final int NARROW = 60;

    /** Before so much is done, and so long has passed, nobody can tell how long the rest takes. */
    private static final double LEAST_DONE = 0.01;

    private static final long LEAST_NANOS = 2_000_000_000L;
    private static final String CLEAR = "\r\u001B[K";

    private final Console console;
    private final LongSupplier clock;
    private long shownAt;
    private long measuredFrom;
    private @Nullable Double startedFrom;
    private boolean drawn;

    /**
     * @param clock counts nanoseconds
     */
    ProgressDisplay(Console console, LongSupplier clock) {
        this.console = console;
        this.clock = clock;
        long start = clock.getAsLong();
        this.measuredFrom = start;
        this.shownAt = console.terminal() ? start - REDRAW_NANOS : start;
    }

    /**
     * Show where the work is, unless that was done just now.
     *
     * @param done part that is done, in [0, 1]
     * @param status where it stands, in a few words
     */
    synchronized void update(double done, String status) {
        long now = clock.getAsLong();
        if (startedFrom == null) {
            measuredFrom = now;
        }
        double from = startedFrom == null ? done : startedFrom;
        startedFrom = from;
        if (now - shownAt < (console.terminal() ? REDRAW_NANOS : LINE_NANOS)) {
            return;
        }
        shownAt = now;
        String line =
                "%3d %%  %s%s"
                        .formatted(
                                (int) Math.floor(100 * done),
                                remaining(done - from, 1 - done, now - measuredFrom),
                                status);
        if (console.terminal()) {
            draw(done, line);
        } else {
            console.say(line.strip());
        }
    }

    /** Show on a terminal, at once, what is being done that has no measure. */
    synchronized void state(String words) {
        if (console.terminal()) {
            draw(0, words);
        }
    }

    /** Say something that stays on the screen. */
    synchronized void note(String line) {
        clear();
        console.say(line);
    }

    /** A narrow terminal has no room for a bar. */
    private void draw(double done, String line) {
        boolean wide = console.width() >= NARROW;
        String whole = wide ? "[%s] %s".formatted(bar(done), line) : line.strip();
        console.err().print(CLEAR + fitting(whole, console.width() - 1));
        console.err().flush();
        drawn = true;
    }

    /** Leave out whole words at the end where a line is too long. */
    static String fitting(String line, int width) {
        if (line.length() <= width) {
            return line;
        }
        int cut = line.lastIndexOf(' ', Math.max(0, width - 2));
        return cut > 0
                ? line.substring(0, cut).stripTrailing() + " \u2026"
                : line.substring(0, Math.max(0, width));
    }

    private void clear() {
        if (drawn) {
            console.err().print(CLEAR);
            drawn = false;
        }
    }

    private static String bar(double done) {
        int full = (int) Math.floor(BAR * Math.min(1, Math.max(0, done)));
        return "#".repeat(full) + "-".repeat(BAR - full);
    }

    /** Say how long the rest will take; work that an earlier command did says nothing of it. */
    private static String remaining(double done, double left, long nanos) {
        if (done < LEAST_DONE || left <= 0 || nanos < LEAST_NANOS) {
            return "";
        }
        return "eta %s  ".formatted(duration(nanos * 1e-9 * left / done));
    }

    /** Write a time in seconds for people: {@code 12s}, {@code 3m10s}, {@code 2h05m}. */
    static String duration(double seconds) {
        long whole = Math.round(seconds);
        if (whole < 60) {
            return whole + "s";
        }
        if (whole < 3600) {
            return String.format(Locale.ROOT, "%dm%02ds", whole / 60, whole % 60);
        }
        return String.format(Locale.ROOT, "%dh%02dm", whole / 3600, whole / 60 % 60);
    }

    @Override
    public synchronized void close() {
        clear();
    }
}
