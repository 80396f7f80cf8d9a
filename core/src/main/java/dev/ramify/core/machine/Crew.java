package dev.ramify.core.machine;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Threads that share the tasks of a network, the calling thread among them.
 *
 * <p>Work comes in short pieces many times a second, so threads look for it a while before they
 * sleep, or let others have the core where these are waited for. Which thread takes which task is
 * left to chance; results must not depend on it. Used by one thread at a time.
 */
public final class Crew implements AutoCloseable {

    private static final int LOOKS = 20_000;

    private final List<Thread> others = new ArrayList<>();
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicInteger working = new AtomicInteger();
    private volatile int round;
    private volatile boolean closed;
    private volatile @Nullable Throwable failure;
    private Tasks tasks = Tasks.NONE;

    /** Numbered tasks that can run in any order and at the same time. */
    public interface Tasks {

        /** No tasks. */
        Tasks NONE =
                new Tasks() {
                    @Override
                    public int count() {
                        return 0;
                    }

                    @Override
                    public void run(int index) {}
                };

        /** Return the number of tasks. */
        int count();

        /** Do one of them. */
        void run(int index);
    }

    /**
     * Start the threads.
     *
     * @param size number of threads, the caller included, at least 1
     * @param prepare is run once on every thread but the caller's
     */
    public Crew(int size, Consumer<Thread> prepare) {
        for (int i = 1; i < size; i++) {
            Thread thread =
                    new Thread(
                            () -> {
                                prepare.accept(Thread.currentThread());
                                serve();
                            },
                            "ramify-lane-" + i);
            thread.setDaemon(true);
            others.add(thread);
            thread.start();
        }
    }

    /** Return the number of threads, the caller included. */
    public int size() {
        return others.size() + 1;
    }

    /** Do all tasks and return when all are done. */
    public void run(Tasks work) {
        if (others.isEmpty() || work.count() == 1) {
            for (int i = 0; i < work.count(); i++) {
                work.run(i);
            }
            return;
        }
        tasks = work;
        next.set(0);
        working.set(others.size());
        round++;
        for (int i = 0; i < others.size(); i++) {
            LockSupport.unpark(others.get(i));
        }
        take();
        int looks = 0;
        while (working.get() > 0) {
            if (++looks < LOOKS) {
                Thread.onSpinWait();
            } else {
                Thread.yield();
            }
        }
        Throwable failed = failure;
        if (failed != null) {
            failure = null;
            throw failed instanceof RuntimeException exception
                    ? exception
                    : new IllegalStateException(failed);
        }
    }

    private void take() {
        Tasks work = tasks;
        try {
            for (int i = next.getAndIncrement(); i < work.count(); i = next.getAndIncrement()) {
                work.run(i);
            }
        } catch (RuntimeException | Error e) {
            failure = e;
        }
    }

    private void serve() {
        int seen = 0;
        while (!closed) {
            int looks = 0;
            while (round == seen && !closed) {
                if (++looks < LOOKS) {
                    Thread.onSpinWait();
                } else {
                    LockSupport.park(this);
                }
            }
            if (round != seen) {
                seen = round;
                take();
                working.decrementAndGet();
            }
        }
    }

    @Override
    public void close() {
        closed = true;
        others.forEach(LockSupport::unpark);
    }
}
