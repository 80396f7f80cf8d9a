package dev.ramify.core.study;

import dev.ramify.core.network.NetworkProgress;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLongArray;

/** Adds up how far all networks of a study are. Thread-safe. */
final class StudyProgress {

    private static final long WHOLE = 1_000_000;

    private final StudyListener listener;
    private final AtomicLongArray parts;

    StudyProgress(StudyListener listener, int networks) {
        this.listener = listener;
        this.parts = new AtomicLongArray(networks);
    }

    /** Follow one network. */
    NetworkProgress network(int index, String name) {
        return new NetworkProgress() {
            @Override
            public void at(double done, int epoch, int epochs, double accuracy) {
                report(
                        index,
                        done,
                        String.format(
                                Locale.ROOT,
                                "%s epoch %d/%d acc %.3f",
                                name,
                                epoch,
                                epochs,
                                accuracy));
            }

            @Override
            public void measuring(String what, double done) {
                report(
                        index,
                        (double) parts.get(index) / WHOLE,
                        String.format(Locale.ROOT, "%s %s %.0f %%", name, what, 100 * done));
            }

            @Override
            public void done(double accuracy) {
                report(
                        index,
                        1,
                        String.format(Locale.ROOT, "%s done, test acc %.3f", name, accuracy));
            }
        };
    }

    /** Count a network as done without a word. */
    void skip(int index) {
        parts.set(index, WHOLE);
    }

    private void report(int index, double done, String status) {
        parts.set(index, Math.round(done * WHOLE));
        long sum = 0;
        for (int i = 0; i < parts.length(); i++) {
            sum += parts.get(i);
        }
        listener.progress((double) sum / (WHOLE * parts.length()), status);
    }
}
