package dev.ramify.cli.bench;

import dev.ramify.core.engine.Engine;
import dev.ramify.core.machine.NativeThreads;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Trains several networks by our engine as studies do: one per core at a time. */
final class StudyContender implements Contender {

    private final List<TrainingContender> networks = new ArrayList<>();
    private final ExecutorService pool;
    private final String settings;

    StudyContender(Engine engine, Workload workload) {
        Engine single = engine.withThreads(1);
        workload.architectures()
                .forEach(each -> networks.add(new TrainingContender(single, workload, each)));
        pool =
                Executors.newFixedThreadPool(
                        engine.threads(),
                        task ->
                                new Thread(
                                        () -> {
                                            NativeThreads.one();
                                            task.run();
                                        },
                                        "ramify-bench"));
        settings = "%d networks at one time, %s".formatted(engine.threads(), engine.kernels());
    }

    @Override
    public double run(int repetitions) {
        long start = System.nanoTime();
        List<Future<?>> running = new ArrayList<>();
        networks.forEach(each -> running.add(pool.submit(() -> each.run(repetitions))));
        try {
            for (Future<?> each : running) {
                each.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("a network of the study failed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
        return (System.nanoTime() - start) * 1e-9;
    }

    @Override
    public String settings() {
        return settings;
    }

    @Override
    public long parameters() {
        return networks.get(0).parameters();
    }

    @Override
    public void close() {
        pool.shutdownNow();
        networks.forEach(TrainingContender::close);
    }
}
