package dev.ramify.core.engine;

import dev.ramify.api.random.Seed;
import dev.ramify.core.engine.graph.Graph;
import dev.ramify.core.engine.graph.Purpose;
import dev.ramify.core.engine.graph.Site;
import dev.ramify.core.engine.kernels.Flat;
import dev.ramify.core.engine.kernels.Kernels;
import dev.ramify.core.engine.objective.Objective;
import dev.ramify.core.engine.optimization.Loss;
import dev.ramify.core.engine.optimization.Loss.Tally;
import dev.ramify.core.engine.plan.Design;
import dev.ramify.core.engine.plan.KernelTime;
import dev.ramify.core.engine.plan.LaneGroup;
import dev.ramify.core.engine.plan.LogicalOrder;
import dev.ramify.core.engine.plan.LogicalOrder.Named;
import dev.ramify.core.engine.plan.ParameterSpace;
import dev.ramify.core.engine.plan.Plans;
import dev.ramify.core.machine.Crew;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A network that computes losses and gradients. Not thread-safe. */
public final class TrainingNetwork implements AutoCloseable {

    private final Graph graph;
    private final Loss loss;
    private final Crew crew;
    private final int batch;
    private final Plans plans;
    private final LossPass pass;
    private LaneGroup last;

    TrainingNetwork(
            Graph graph, Kernels kernels, Purpose purpose, Loss loss, int batch, Crew crew) {
        this.graph = graph;
        this.loss = loss;
        this.crew = crew;
        this.batch = batch;
        plans = new Plans(graph, kernels, purpose, batch, crew);
        last = plans.of(batch);
        pass = new LossPass(batch, last.lanes());
    }

    /** Return the parameters and their gradients. */
    public ParameterSpace parameters() {
        return plans.parameters();
    }

    /** Return the parameters and statistics by name, in logical order. */
    public LogicalOrder logical() {
        return new LogicalOrder(plans.parameters());
    }

    /** Return the gradients of the last step by name, in logical order. */
    public Map<String, Named> gradients() {
        INDArray sum = Flat.zeros(parameters().values().length());
        parameters().gradients().subList(0, last.lanes()).forEach(sum::addi);
        return logical().read(sum);
    }

    /** Return the crew that works on this network. */
    public Crew crew() {
        return crew;
    }

    /** Return the kernels of a full step, lane by lane. */
    public List<Design> designs() {
        return plans.designs();
    }

    /**
     * Draw all parameters anew.
     *
     * @param gain factor of the deviation of weights
     */
    public void initialize(Seed seed, double gain) {
        logical().write(Initialization.draw(parameters().parameters(), seed, gain));
    }

    /** Return the number of samples in a full step. */
    public int batch() {
        return batch;
    }

    /** Return the number of lanes of the last step: the gradient is the sum of that many arrays. */
    public int lanes() {
        return last.lanes();
    }

    /**
     * Compute the loss of a batch and the gradients of its mean.
     *
     * @param images {@code [samples, channels, height, width]}
     * @param targets {@code [samples, loss.targets()]}
     * @param samples number of samples, at most {@link #batch()}
     * @param dropout seed of this step's dropout
     * @return sums over the samples
     */
    public Tally step(float[] images, int[] targets, int samples, Seed dropout) {
        return step(images, targets, samples, dropout, Objective.ZERO);
    }

    /**
     * Compute the loss of a batch and the gradients of its mean and of a further term.
     *
     * @param term is added to the mean loss; it may read the logits and every layer that has a tap
     * @return sums over the samples, without the term; see {@link #term()}
     */
    public Tally step(float[] images, int[] targets, int samples, Seed dropout, Objective term) {
        last = plans.of(samples);
        last.seed(dropout.value());
        last.refresh();
        pass.begin(images, targets, term);
        last.step(pass);
        return pass.sum();
    }

    /** Return the value of the further term in the last step. */
    public double term() {
        return pass.value;
    }

    /** List where layers are observed, one site for each of their parts. */
    public List<Site> sites() {
        return graph.sites();
    }

    /**
     * Copy the value of a site in the last step out, {@code [samples, channels, height, width]}.
     */
    public void read(Site site, float[] into) {
        last.observe(site.value(), into);
    }

    /** Puts images in and turns logits into gradients, lane by lane. */
    private final class LossPass implements LaneGroup.Work {

        private final float[] logits;
        private final float[] gradients;
        private final Tally[] tallies;
        private float[] images = new float[0];
        private int[] targets = new int[0];
        private Objective term = Objective.ZERO;
        private double value;

        LossPass(int samples, int lanes) {
            logits = new float[samples * loss.outputs()];
            gradients = new float[samples * loss.outputs()];
            tallies = new Tally[lanes];
        }

        void begin(float[] newImages, int[] newTargets, Objective newTerm) {
            images = newImages;
            targets = newTargets;
            term = newTerm;
            value = 0;
            last.taps().clear();
        }

        @Override
        public boolean joins() {
            return term != Objective.ZERO;
        }

        @Override
        public void together() {
            value = term.evaluate(new TappedBatch(graph, last, logits, gradients), 1);
            for (int lane = 0; lane < last.lanes(); lane++) {
                last.outputGradient(lane, gradients, last.first(lane) * loss.outputs());
            }
        }

        Tally sum() {
            Tally sum = Tally.NONE;
            for (int lane = 0; lane < last.lanes(); lane++) {
                sum = sum.plus(tallies[lane]);
            }
            return sum;
        }

        @Override
        public void before(int lane) {
            last.input(lane, images, last.first(lane) * graph.input().shape().size());
        }

        @Override
        public void between(int lane) {
            int offset = last.first(lane) * loss.outputs();
            last.output(lane, logits, offset);
            tallies[lane] =
                    loss.evaluate(
                            logits,
                            targets,
                            last.first(lane),
                            last.samples(lane),
                            1.0 / last.samples(),
                            gradients);
            last.outputGradient(lane, gradients, offset);
        }
    }

    /**
     * Find the first layer of the last step whose output is not finite.
     *
     * @return its path, or nothing if all are finite
     */
    public Optional<String> firstNotFinite() {
        return last.firstNotFinite();
    }

    /**
     * Time every kernel while full steps run.
     *
     * @param steps runs them
     * @return one entry per operation, in order
     */
    public List<KernelTime> time(Runnable steps) {
        return plans.of(batch).time(steps);
    }

    /** Return the number of bytes of values, gradients, parameters and scratch. */
    public long bytes() {
        return plans.bytes();
    }

    @Override
    public void close() {
        plans.close();
        crew.close();
    }
}
