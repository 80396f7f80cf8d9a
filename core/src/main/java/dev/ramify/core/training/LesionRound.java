package dev.ramify.core.training;

import dev.ramify.core.machine.NativeThreads;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.DoubleConsumer;
import java.util.stream.IntStream;

/**
 * Lesions that are run over all samples. Threads take one block of samples after another, and run
 * all lesions over it, until none is left; what they count is added up, so that it does not matter
 * who takes which.
 */
final class LesionRound {

    private final List<Lesion> lesions;
    private final Samples samples;
    private final DoubleConsumer progress;
    private final int[][] correct;
    private final boolean resampled;
    private final Thread asking = Thread.currentThread();
    private final AtomicInteger next = new AtomicInteger();
    private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
    private int seen;

    /**
     * Which samples there are.
     *
     * @param labels their classes
     * @param classes number of classes
     * @param block how many are run at a time
     */
    record Samples(int[] labels, int classes, int block) {}

    LesionRound(List<Lesion> lesions, Samples samples, DoubleConsumer progress) {
        this.lesions = lesions;
        this.samples = samples;
        this.progress = progress;
        this.correct = new int[lesions.size()][samples.classes()];
        this.resampled = lesions.stream().anyMatch(Lesion::isResampled);
    }

    /**
     * Run on the threads of the pool that the calling thread belongs to; on the calling thread
     * alone where it belongs to none.
     *
     * @return for each lesion and class how many samples are right
     * @throws CancellationException if the thread is interrupted; nobody works on then
     */
    int[][] run(LesionRunners runners) {
        // A stream of blocks would be cut into few pieces, and cores wait for the last one.
        if (ForkJoinTask.inForkJoinPool()) {
            int threads = ForkJoinTask.getPool().getParallelism();
            IntStream.range(0, threads).parallel().forEach(thread -> work(runners));
        } else {
            work(runners);
        }
        if (failures.peek() instanceof Error error) {
            throw error;
        }
        if (failures.peek() instanceof RuntimeException exception) {
            throw exception;
        }
        return correct;
    }

    private void work(LesionRunners runners) {
        NativeThreads.one();
        try {
            int from = take();
            if (from < samples.labels().length) {
                LesionRunner runner = runners.borrow();
                for (; from < samples.labels().length; from = take()) {
                    add(count(runner, from));
                }
                runners.giveBack(runner);
            }
        } catch (RuntimeException | Error e) {
            // Others end before networks are closed; a stream would not wait for them.
            failures.add(e);
        }
    }

    private int take() {
        return next.getAndIncrement() * samples.block();
    }

    private int[][] count(LesionRunner runner, int from) {
        int[][] found = new int[lesions.size()][samples.classes()];
        runner.take(from, Math.min(samples.block(), samples.labels().length - from), resampled);
        for (int i = 0; i < found.length; i++) {
            if (asking.isInterrupted() || !failures.isEmpty()) {
                throw new CancellationException("interrupted");
            }
            runner.count(lesions.get(i), samples.labels(), found[i]);
        }
        return found;
    }

    private synchronized void add(int[][] found) {
        for (int i = 0; i < found.length; i++) {
            for (int c = 0; c < found[i].length; c++) {
                correct[i][c] += found[i][c];
            }
        }
        seen = Math.min(samples.labels().length, seen + samples.block());
        progress.accept((double) seen / samples.labels().length);
    }
}
