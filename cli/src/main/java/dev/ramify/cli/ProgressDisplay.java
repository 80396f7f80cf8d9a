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
    private static final String CLEAR = "\r\u001B[K";

    private final Console console;
    private final LongSupplier clock;
    private final long start;
    private long shownAt;
    private @Nullable Double startedFrom;
    private boolean drawn;

    /**
     * @param clock counts nanoseconds
     */
    ProgressDisplay(Console console, LongSupplier clock) {
        this.console = console;
        this.clock = clock;
        this.start = clock.getAsLong();
        this.shownAt = console.terminal() ? start - REDRAW_NANOS : start;
    }

    /**
     * Show where the work is, unless that was done just now.
     *
     * @param done part that is done, in [0, 1]
     * @param status where it stands, in a few words
     */
    synchronized void update(double done, String status) {
        double from = startedFrom == null ? done : startedFrom;
        startedFrom = from;
        long now = clock.getAsLong();
        if (now - shownAt < (console.terminal() ? REDRAW_NANOS : LINE_NANOS)) {
            return;
        }
        shownAt = now;
        String line =
                "%3d %%  %s%s"
                        .formatted(
                                (int) Math.floor(100 * done),
                                status,
                                remaining(done - from, 1 - done, now - start));
        if (console.terminal()) {
            draw("[%s] %s".formatted(bar(done), line));
        } else {
            console.say(line.strip());
        }
    }

    /** Say something that stays on the screen. */
    synchronized void note(String line) {
        clear();
        console.say(line);
    }

    private void draw(String line) {
        String fitting =
                line.length() < console.width() ? line : line.substring(0, console.width() - 1);
        console.err().print(CLEAR + fitting);
        console.err().flush();
        drawn = true;
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
        if (done <= 0 || nanos < 2 * REDRAW_NANOS) {
            return "";
        }
        return "  eta " + duration(nanos * 1e-9 * left / done);
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
