package dev.ramify.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Turns a request to stop, such as Ctrl-C, into an interrupt of the thread that works, and gives it
 * time to end.
 */
final class Interruption {

    private static final long PATIENCE_SECONDS = 3;

    private final Thread worker;
    private final CountDownLatch done = new CountDownLatch(1);

    private Interruption(Thread worker) {
        this.worker = worker;
    }

    /** Watch over the current thread. */
    static Interruption ofCurrentThread() {
        Interruption interruption = new Interruption(Thread.currentThread());
        Runtime.getRuntime().addShutdownHook(new Thread(interruption::stop, "interruption"));
        return interruption;
    }

    /** Nothing is left to stop. */
    void done() {
        done.countDown();
    }

    private void stop() {
        if (done.getCount() == 0) {
            return;
        }
        worker.interrupt();
        try {
            if (!done.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                System.err.println(
                        "stopped in the middle of something; a run keeps all finished epochs: the same command continues it");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
