package dev.ramify.numerics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;

class CoresTests {

    @Test
    void everyPartIsDoneOnce() {
        AtomicIntegerArray done = new AtomicIntegerArray(1_000);
        AtomicInteger made = new AtomicInteger();

        onThreads(
                3,
                () ->
                        Cores.run(
                                1_000,
                                made::incrementAndGet,
                                (own, part) -> done.incrementAndGet(part)));

        for (int part = 0; part < 1_000; part++) {
            assertThat(done.get(part)).isEqualTo(1);
        }
        assertThat(made.get()).isBetween(1, 3);
    }

    @Test
    void outsideOfAPoolTheCallerAloneWorks() {
        Set<Thread> working = ConcurrentHashMap.newKeySet();

        Cores.run(1_000, part -> working.add(Thread.currentThread()));

        assertThat(working).containsExactly(Thread.currentThread());
    }

    @Test
    void afterAFailureNoPartIsBegunAndNoneIsStillAtWork() {
        CountDownLatch slowBegan = new CountDownLatch(1);
        AtomicBoolean slowEnded = new AtomicBoolean();
        AtomicInteger later = new AtomicInteger();
        int cores = 2;

        assertThatThrownBy(
                        () ->
                                onThreads(
                                        cores,
                                        () ->
                                                Cores.run(
                                                        100 * cores,
                                                        part -> {
                                                            if (part == 0) {
                                                                await(slowBegan, cores);
                                                                throw new StackOverflowError(
                                                                        "as a part may");
                                                            } else if (part == 1) {
                                                                slowBegan.countDown();
                                                                sleep();
                                                                slowEnded.set(true);
                                                            } else {
                                                                sleep();
                                                                later.incrementAndGet();
                                                            }
                                                        })))
                .isInstanceOf(StackOverflowError.class)
                .extracting(CoresTests::asItWasThrown)
                .extracting(Throwable::getMessage)
                .isEqualTo("as a part may");

        assertThat(slowEnded.get()).isEqualTo(cores > 1);
        assertThat(later.get()).isLessThan(2 * cores);
    }

    @Test
    void whereAPoolIsShutDownNoPartIsStillAtWork() throws InterruptedException {
        AtomicInteger atWork = new AtomicInteger();
        AtomicInteger left = new AtomicInteger(-1);
        CountDownLatch began = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(1);
        ForkJoinPool pool = new ForkJoinPool(2);

        pool.execute(
                () -> {
                    try {
                        Cores.run(
                                8,
                                part -> {
                                    atWork.incrementAndGet();
                                    began.countDown();
                                    spin();
                                    atWork.decrementAndGet();
                                });
                    } finally {
                        left.set(atWork.get());
                        ended.countDown();
                    }
                });
        assertThat(began.await(10, TimeUnit.SECONDS)).isTrue();
        pool.shutdownNow();

        assertThat(ended.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(left.get()).isZero();
    }

    private static void onThreads(int threads, Runnable work) {
        ForkJoinPool pool = new ForkJoinPool(threads);
        try {
            pool.submit(work).join();
        } finally {
            pool.shutdown();
        }
    }

    /** Like a matrix product, not to be interrupted. */
    private static void spin() {
        long end = System.nanoTime() + 100_000_000;
        while (System.nanoTime() < end) {
            Thread.onSpinWait();
        }
    }

    private static void await(CountDownLatch latch, int cores) {
        try {
            if (cores > 1) {
                assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static void sleep() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Where another thread threw, a pool throws a copy without the message, caused by it. */
    private static Throwable asItWasThrown(Throwable error) {
        return error.getCause() == null ? error : error.getCause();
    }
}
