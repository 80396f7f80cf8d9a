package dev.ramify.core.network;

import dev.ramify.api.architecture.Architecture;
import dev.ramify.api.random.Seed;
import dev.ramify.core.architecture.ArchitectureJson;
import dev.ramify.core.digest.CanonicalDigest;
import dev.ramify.core.engine.Engine;
import dev.ramify.core.engine.plan.LogicalOrder.Named;
import java.util.Map;

/**
 * Parameters that were never trained.
 *
 * @param engine knows which parameters a network has
 * @param architecture of the network
 * @param seed where they are drawn from
 * @param gain factor of the deviation of weights
 */
public record DrawnWeights(Engine engine, Architecture architecture, Seed seed, double gain)
        implements WeightSource {

    /** Draw the parameters that training of a job begins with. */
    public static DrawnWeights untrained(Engine engine, TrainingJob job) {
        return of(engine, job, new Seed(job.seed()).derive("initialization"));
    }

    /**
     * Draw the parameters of another network of the same build, of which there are as many as one
     * wants: what training could have begun with as well.
     *
     * @param number 0 for the first one
     */
    public static DrawnWeights reinitialized(Engine engine, TrainingJob job, int number) {
        return of(engine, job, new Seed(job.seed()).derive("reinitialization", number));
    }

    private static DrawnWeights of(Engine engine, TrainingJob job, Seed seed) {
        return new DrawnWeights(engine, job.architecture(), seed, job.training().initialGain());
    }

    @Override
    public String digest() {
        return CanonicalDigest.of(
                Map.of(
                        "form",
                        "ramify.drawn/1",
                        "architecture",
                        ArchitectureJson.write(architecture),
                        "seed",
                        seed.value(),
                        "gain",
                        gain));
    }

    @Override
    public Map<String, Named> read() {
        return engine.initialWeights(architecture, seed, gain);
    }
}
