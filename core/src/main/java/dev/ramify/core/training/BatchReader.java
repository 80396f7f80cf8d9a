package dev.ramify.core.training;

import dev.ramify.api.data.Examples;
import dev.ramify.api.random.Seed;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Reads the batches of one epoch on a thread of its own, each while the network is trained on the
 * one before. Used by one thread.
 */
final class BatchReader implements AutoCloseable {

    private final Input input;
    private final Examples examples;
    private final int[] order;
    private final Seed epoch;
    private final int size;
    private final Batch[] buffers = new Batch[2];
    private final ExecutorService thread;
    private int begun;
    private Future<Batch> next;

    /** One batch; what is after {@code count} images means nothing. */
    static final class Batch {

        private final float[] images;
        private final int[] targets;
        private int count;

        private Batch(int values, int targets) {
            images = new float[values];
            this.targets = new int[targets];
        }

        float[] images() {
            return images;
        }

        int[] targets() {
            return targets;
        }

        int count() {
            return count;
        }
    }

    /**
     * Begin to read.
     *
     * @param order numbers of the examples, in the order in which they are taken
     * @param epoch seed of random changes
     * @param size number of images in a batch; the last one may be smaller
     */
    BatchReader(Input input, Examples examples, int[] order, Seed epoch, int size) {
        this.input = input;
        this.examples = examples;
        this.order = order;
        this.epoch = epoch;
        this.size = size;
        int targets = input.targets().loss().targets();
        for (int i = 0; i < buffers.length; i++) {
            buffers[i] = new Batch(size * input.shape().size(), size * targets);
        }
        thread = Executors.newSingleThreadExecutor(BatchReader::daemon);
        next = begin();
    }

    private static Thread daemon(Runnable task) {
        Thread reader = new Thread(task, "ramify-input");
        reader.setDaemon(true);
        return reader;
    }

    private Future<Batch> begin() {
        int number = begun++;
        return thread.submit(() -> read(number));
    }

    private Batch read(int number) {
        Batch batch = buffers[number % buffers.length];
        int from = number * size;
        batch.count = Math.min(size, order.length - from);
        for (int i = 0; i < batch.count; i++) {
            input.read(examples, order[from + i], epoch, batch.images, batch.targets, i);
        }
        return batch;
    }

    /**
     * Return the next batch, which stays as it is until the next one is asked for.
     *
     * @throws CancellationException if the thread is interrupted while it waits
     */
    Batch take() {
        try {
            Batch batch = next.get();
            if (begun * size < order.length) {
                next = begin();
            }
            return batch;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException("images cannot be read", e.getCause());
        }
    }

    @Override
    public void close() {
        // An interrupted read could close a file that others read too.
        thread.shutdown();
    }
}
