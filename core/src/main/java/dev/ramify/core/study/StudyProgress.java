package dev.ramify.core.study;

import dev.ramify.core.network.NetworkProgress;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLongArray;

/** Adds up how far all networks of a study are. Thread-safe. */
final class StudyProgress {

    private static final long WHOLE = 1_000_000;

    /** Part of a network's share that its training takes. */
    private static final double TRAINING = 0.8;

    private final StudyListener listener;
    private final AtomicLongArray parts;

    StudyProgress(StudyListener listener, int networks) {
        this.listener = listener;
        this.parts = new AtomicLongArray(networks);
    }

    /** Follow one network. */
    NetworkProgress network(int index, String name) {
        return new Followed(index, name);
    }

    /** Count a network as done without a word. */
    void skip(int index) {
        parts.set(index, WHOLE);
    }

    private void report(int index, double done, String status) {
        parts.accumulateAndGet(index, Math.round(done * WHOLE), Math::max);
        long sum = 0;
        for (int i = 0; i < parts.length(); i++) {
            sum += parts.get(i);
        }
        listener.progress((double) sum / (WHOLE * parts.length()), status);
    }

    /**
     * One network: training takes the first part of its share, whatever is measured afterwards
     * takes half of what is left each time, so that the whole never goes back and is never done too
     * soon.
     */
    private final class Followed implements NetworkProgress {

        private final int index;
        private final String name;
        private String measured = "";
        private double from;

        Followed(int index, String name) {
            this.index = index;
            this.name = name;
        }

        @Override
        public synchronized void at(double done, int epoch, int epochs, double accuracy) {
            report(
                    index,
                    TRAINING * done,
                    String.format(
                            Locale.ROOT, "%s epoch %d/%d acc %.3f", name, epoch, epochs, accuracy));
        }

        @Override
        public synchronized void measuring(String what, double done) {
            if (!what.equals(measured)) {
                measured = what;
                from = Math.max(TRAINING, (double) parts.get(index) / WHOLE);
            }
            report(
                    index,
                    from + (1 - from) / 2 * done,
                    done > 0
                            ? String.format(Locale.ROOT, "%s %s %.0f %%", name, what, 100 * done)
                            : "%s %s".formatted(name, what));
        }

        @Override
        public synchronized void done(double accuracy) {
            report(index, 1, String.format(Locale.ROOT, "%s done, test acc %.3f", name, accuracy));
        }
    }
}
