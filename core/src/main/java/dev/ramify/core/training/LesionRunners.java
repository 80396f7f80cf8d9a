package dev.ramify.core.training;

import dev.ramify.core.engine.SectionedNetwork;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.function.Supplier;

/** Networks that lesions are run on, as many as threads have needed at one time. Thread-safe. */
final class LesionRunners implements AutoCloseable {

    private final Supplier<SectionedNetwork> networks;
    private final Function<SectionedNetwork, LesionRunner> make;
    private final List<LesionRunner> all = new ArrayList<>();
    private final Queue<LesionRunner> idle = new ConcurrentLinkedQueue<>();

    /**
     * @param first a network that is there already
     * @param networks compiles further ones
     */
    LesionRunners(
            SectionedNetwork first,
            Supplier<SectionedNetwork> networks,
            Function<SectionedNetwork, LesionRunner> make) {
        this.networks = networks;
        this.make = make;
        idle.add(add(first));
    }

    private LesionRunner add(SectionedNetwork network) {
        LesionRunner runner = make.apply(network);
        synchronized (all) {
            all.add(runner);
        }
        return runner;
    }

    /** Borrow one that nobody else uses. */
    LesionRunner borrow() {
        LesionRunner free = idle.poll();
        return free == null ? add(networks.get()) : free;
    }

    /** Give one back. */
    void giveBack(LesionRunner runner) {
        idle.add(runner);
    }

    /** Close all; nobody may use one any more. */
    @Override
    public void close() {
        all.forEach(LesionRunner::close);
    }
}
