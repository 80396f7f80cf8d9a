package dev.ramify.core.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SharedThreadsTests {

    /** What a process does that is told its number of threads. */
    static final class Limited {

        private Limited() {}

        public static void main(String[] arguments) {
            SharedThreads.limitTo(Integer.parseInt(arguments[0]));
            long working =
                    IntStream.range(0, 64)
                            .parallel()
                            .mapToObj(SharedThreadsTests::whoWorks)
                            .distinct()
                            .count();
            System.out.print(working + " of " + ForkJoinPool.getCommonPoolParallelism());
        }
    }

    private static Thread whoWorks(int task) {
        try {
            Thread.sleep(2);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return Thread.currentThread();
    }

    @Test
    void oneThreadHasNoHelpers() throws Exception {
        // The pool calls its parallelism one where it has no threads at all.
        assertThat(helpersOf(1)).isEqualTo("1 of 1");
    }

    @Test
    void oneThreadOfSeveralIsWhoeverBeginsTheStream() throws Exception {
        assertThat(helpersOf(5)).endsWith(" of 4");
    }

    private static String helpersOf(int threads) throws Exception {
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                Limited.class.getName(),
                                Integer.toString(threads))
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        return said;
    }
}
