package dev.ramify.core.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WorkersTests {

    @Test
    void whatIsDividedIsSharedByAsManyThreadsAsThereAre() throws Exception {
        for (int threads : new int[] {1, 3}) {
            try (Workers workers = Workers.of(threads)) {
                Set<Thread> working = workers.call(WorkersTests::whoDivides);

                assertThat(working).hasSizeBetween(1, threads);
                assertThat(working).allMatch(each -> !each.getName().contains("commonPool"));
            }
        }
    }

    @Test
    void tasksThatWaitForWhatTheyDividedBringNoFurtherThreads() throws Exception {
        Set<Thread> working = ConcurrentHashMap.newKeySet();
        try (Workers workers = Workers.of(2)) {
            workers.runAll(Collections.nCopies(8, () -> working.addAll(whoDivides())));
        }

        assertThat(working).hasSizeBetween(1, 2);
    }

    @Test
    void tasksAreBegunInTheirOrder() throws Exception {
        List<Integer> order = new ArrayList<>();
        try (Workers workers = Workers.of(1)) {
            workers.runAll(
                    IntStream.range(0, 50)
                            .<Runnable>mapToObj(number -> () -> order.add(number))
                            .toList());
        }

        assertThat(order).isSorted().hasSize(50);
    }

    @Test
    void whoIsInterruptedInterruptsWhatRunsAndBeginsNothingMore() throws Exception {
        CountDownLatch began = new CountDownLatch(1);
        List<String> heard = Collections.synchronizedList(new ArrayList<>());
        Thread main = Thread.currentThread();
        try (Workers workers = Workers.of(1)) {
            Runnable first =
                    () -> {
                        began.countDown();
                        main.interrupt();
                        try {
                            Thread.sleep(TimeUnit.MINUTES.toMillis(1));
                        } catch (InterruptedException e) {
                            heard.add("interrupted");
                        }
                    };

            assertThatThrownBy(
                            () -> workers.runAll(List.of(first, () -> heard.add("second began"))))
                    .isInstanceOf(InterruptedException.class);

            assertThat(heard).containsExactly("interrupted");
            assertThat(workers.call(() -> Thread.currentThread().isInterrupted())).isFalse();
        }
    }

    @Test
    void aThreadThatLosesItsInterruptIsInterruptedAgain() throws Exception {
        CountDownLatch began = new CountDownLatch(1);
        Thread main = Thread.currentThread();
        Runnable forgetful =
                () -> {
                    began.countDown();
                    for (int heard = 0; heard < 3; heard += Thread.interrupted() ? 1 : 0) {
                        Thread.onSpinWait();
                    }
                };
        Thread other =
                new Thread(
                        () -> {
                            try {
                                began.await();
                            } catch (InterruptedException e) {
                                throw new AssertionError(e);
                            }
                            main.interrupt();
                        });
        other.start();
        try (Workers workers = Workers.of(1)) {
            assertThatThrownBy(() -> workers.runAll(List.of(forgetful)))
                    .isInstanceOf(InterruptedException.class);
        }
        other.join();
    }

    @Test
    void theFailureOfATaskStopsTheOthersAndIsTold() {
        try (Workers workers = Workers.of(2)) {
            assertThatThrownBy(
                            () ->
                                    workers.runAll(
                                            List.of(
                                                    WorkersTests::sleep,
                                                    () -> {
                                                        throw new StackOverflowError("deep");
                                                    })))
                    .isInstanceOf(StackOverflowError.class)
                    .hasMessage("deep");
        }
    }

    @Test
    void aPoolThatWasGivenStaysOpen() throws Exception {
        ForkJoinPool pool = new ForkJoinPool(2);
        try (Workers workers = Workers.over(pool)) {
            assertThat(workers.threads()).isEqualTo(2);
            assertThat(workers.call(() -> Thread.currentThread().getName()))
                    .startsWith("ForkJoinPool-");
        }

        assertThat(pool.isShutdown()).isFalse();
        pool.shutdown();
    }

    private static Set<Thread> whoDivides() {
        Set<Thread> working = ConcurrentHashMap.newKeySet();
        IntStream.range(0, 64)
                .parallel()
                .forEach(
                        part -> {
                            pause();
                            working.add(Thread.currentThread());
                        });
        return working;
    }

    private static void pause() {
        try {
            Thread.sleep(1);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static void sleep() {
        try {
            Thread.sleep(TimeUnit.MINUTES.toMillis(1));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
