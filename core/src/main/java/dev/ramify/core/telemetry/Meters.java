package dev.ramify.core.telemetry;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Inject;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.bytedeco.javacpp.Pointer;

/**
 * Counts and times what a study does. Thread-safe, and cheap enough for every step.
 *
 * <p>{@code ramify.stage} (timer, by stage), {@code ramify.steps} and {@code ramify.samples}
 * (counters of training), {@code ramify.runs.active}, {@code ramify.memory.heap} and {@code
 * ramify.memory.native} (gauges, bytes).
 */
public final class Meters {

    private final MeterRegistry registry;
    private final Counter steps;
    private final Counter samples;
    private final AtomicInteger activeRuns = new AtomicInteger();

    /**
     * @param registry where the meters are registered
     */
    @Inject
    public Meters(MeterRegistry registry) {
        this.registry = registry;
        this.steps =
                Counter.builder("ramify.steps").description("training steps").register(registry);
        this.samples =
                Counter.builder("ramify.samples")
                        .description("images trained on, each time it is seen")
                        .register(registry);
        Gauge.builder("ramify.runs.active", activeRuns, AtomicInteger::get)
                .description("networks in training")
                .register(registry);
        Gauge.builder("ramify.memory.heap", Meters::heap)
                .description("used heap")
                .baseUnit("bytes")
                .register(registry);
        Gauge.builder("ramify.memory.native", Pointer::totalBytes)
                .description("memory of arrays outside the heap")
                .baseUnit("bytes")
                .register(registry);
    }

    /** Do a stage of a study and time it, whether it succeeds or not. */
    public <T> T stage(String name, Supplier<T> work) {
        return Timer.builder("ramify.stage")
                .description("time in a stage of a study")
                .tag("stage", name)
                .register(registry)
                .record(work);
    }

    /** Count one step of training. */
    public void step(int batch) {
        steps.increment();
        samples.increment(batch);
    }

    /** Count a network as in training until the result is closed. */
    public ActiveRun runStarted() {
        activeRuns.incrementAndGet();
        return activeRuns::decrementAndGet;
    }

    /** A network in training. */
    @FunctionalInterface
    public interface ActiveRun extends AutoCloseable {
        @Override
        void close();
    }

    private static double heap() {
        Runtime runtime = Runtime.getRuntime();
        return (double) runtime.totalMemory() - runtime.freeMemory();
    }
}
