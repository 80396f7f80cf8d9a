package dev.ramify.core.engine.plan;

import dev.ramify.core.engine.graph.Graph;
import dev.ramify.core.engine.graph.Operation;
import dev.ramify.core.engine.graph.Purpose;
import dev.ramify.core.engine.graph.Value;
import dev.ramify.core.engine.kernels.Bindings;
import dev.ramify.core.engine.kernels.KernelDesign;
import dev.ramify.core.engine.kernels.Kernels;
import dev.ramify.core.engine.kernels.Layout;
import dev.ramify.core.engine.kernels.Taps;
import dev.ramify.core.machine.Crew;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * All lanes of a batch of one size: each computes some samples from beginning to end, waiting for
 * the others only where an operation looks at the whole batch. Not thread-safe.
 */
public final class LaneGroup implements AutoCloseable {

    private final Graph graph;
    private final Shared shared;
    private final List<Lane> lanes;
    private final List<Lane> perDesign;
    private final int[] waits;
    private final int samples;
    private final Taps taps;
    private final Crew crew;
    private final Crew.Tasks refresh;
    private Work work = Work.NONE;
    private int phase;
    private boolean joined;
    private final Crew.Tasks forward = tasks(this::forwardPhase);
    private final Crew.Tasks backward = tasks(this::backwardPhase);

    /** What is done around the passes, for a lane and its first sample. */
    public interface Work {

        /** Nothing. */
        Work NONE =
                new Work() {
                    @Override
                    public void before(int lane) {}

                    @Override
                    public void between(int lane) {}
                };

        /** Put the lane's images in. */
        void before(int lane);

        /** Take the lane's logits and, if there is a way back, put their gradients in. */
        void between(int lane);

        /** Tell whether {@link #together} has anything to do. */
        default boolean joins() {
            return false;
        }

        /** Look at the whole batch between the two ways, when all lanes have come to the end. */
        default void together() {}
    }

    private LaneGroup(Graph graph, List<Design> designs, ParameterSpace parameters, Crew crew) {
        this.graph = graph;
        this.crew = crew;
        samples = designs.stream().mapToInt(Design::samples).sum();
        taps = new Taps(graph, samples);
        shared = new Shared(designs);
        lanes = lanes(designs, parameters, shared, crew, taps);
        perDesign =
                IntStream.range(0, lanes.size())
                        .filter(lane -> designs.indexOf(designs.get(lane)) == lane)
                        .mapToObj(lanes::get)
                        .toList();
        List<KernelDesign> kernels = designs.get(0).kernels();
        waits =
                IntStream.range(0, kernels.size())
                        .filter(i -> Lane.waits(kernels.get(i)))
                        .toArray();
        refresh = tasks(perDesign.size(), index -> perDesign.get(index).refresh());
    }

    /** Build the lanes, each on the thread that comes to it: most of it is clearing memory. */
    private static List<Lane> lanes(
            List<Design> designs, ParameterSpace parameters, Shared shared, Crew crew, Taps taps) {
        List<Bindings.Pass> passes = new ArrayList<>();
        int sample = 0;
        for (int lane = 0; lane < designs.size(); lane++) {
            passes.add(new Bindings.Pass(lane, designs.size(), sample, crew, taps));
            sample += designs.get(lane).samples();
        }
        Lane[] built = new Lane[designs.size()];
        crew.run(
                tasks(
                        built.length,
                        lane ->
                                built[lane] =
                                        new LaneBuilder(
                                                        designs.get(lane),
                                                        parameters,
                                                        shared,
                                                        passes.get(lane))
                                                .build()));
        return List.of(built);
    }

    /**
     * Design the lanes of a batch.
     *
     * @param fixed layouts that parameters have already, by id; empty where the kernels may choose
     */
    public static List<Design> design(
            Graph graph,
            Kernels kernels,
            int samples,
            Purpose purpose,
            Map<Integer, Layout> fixed) {
        Map<Integer, Design> bySize = new HashMap<>();
        List<Design> designs = new ArrayList<>();
        Map<Integer, Layout> layouts = fixed;
        int[] sizes = kernels.lanes(graph, samples);
        for (int size : sizes) {
            Design known = bySize.get(size);
            if (known == null) {
                known = Design.of(graph, kernels, size, sizes, purpose, layouts);
                bySize.put(size, known);
                layouts = known.parameters();
            }
            designs.add(known);
        }
        return designs;
    }

    /** Make the lanes of designs over given parameters. */
    public static LaneGroup build(
            Graph graph, List<Design> designs, ParameterSpace parameters, Crew crew) {
        return new LaneGroup(graph, designs, parameters, crew);
    }

    private interface Body {
        void run(int index);
    }

    private Crew.Tasks tasks(Body body) {
        return new Crew.Tasks() {
            @Override
            public int count() {
                return lanes.size();
            }

            @Override
            public void run(int index) {
                body.run(index);
            }
        };
    }

    private static Crew.Tasks tasks(int count, Body body) {
        return new Crew.Tasks() {
            @Override
            public int count() {
                return count;
            }

            @Override
            public void run(int index) {
                body.run(index);
            }
        };
    }

    /** Return the number of lanes. */
    public int lanes() {
        return lanes.size();
    }

    /** Return the number of samples of all lanes. */
    public int samples() {
        return samples;
    }

    /** Return the number of samples of a lane. */
    public int samples(int lane) {
        return lanes.get(lane).samples();
    }

    /** Return the place in the batch of a lane's first sample. */
    public int first(int lane) {
        return lanes.get(lane).pass().firstSample();
    }

    /** Return what passes taps. */
    public Taps taps() {
        return taps;
    }

    /** Set the seed of this step's dropout. */
    public void seed(long seed) {
        for (int i = 0; i < lanes.size(); i++) {
            lanes.get(i).pass().seed(seed);
        }
    }

    /** Derive what follows from the parameters. */
    public void refresh() {
        crew.run(refresh);
    }

    /** Run forward. */
    public void forward(Work around) {
        work = around;
        for (phase = 0; phase <= waits.length; phase++) {
            crew.run(forward);
        }
    }

    /** Run forward and backward. */
    public void step(Work around) {
        work = around;
        joined = around.joins();
        for (phase = 0; phase < waits.length; phase++) {
            crew.run(forward);
        }
        if (joined) {
            crew.run(forward);
            around.together();
        }
        // Otherwise the end of the way forward and the beginning of the way back are one phase.
        for (phase = waits.length; phase >= 0; phase--) {
            crew.run(backward);
        }
    }

    private void forwardPhase(int lane) {
        if (phase == 0) {
            work.before(lane);
        }
        lanes.get(lane).forward(after(phase), to(phase));
        if (phase == waits.length) {
            work.between(lane);
        }
    }

    private void backwardPhase(int lane) {
        int operations = graph.operations().size();
        if (phase == waits.length && !joined) {
            forwardPhase(lane);
        }
        int before = phase == waits.length ? operations : waits[phase];
        int to = phase == 0 ? 0 : waits[phase - 1];
        lanes.get(lane).backward(before, to);
    }

    private int after(int of) {
        return of == 0 ? -1 : waits[of - 1];
    }

    private int to(int of) {
        return of == waits.length ? graph.operations().size() - 1 : waits[of];
    }

    /** Copy a lane's images in. */
    public void input(int lane, float[] images, int offset) {
        lanes.get(lane).input(graph.input(), images, offset);
    }

    /** Copy a lane's part of an input of all samples in, in logical order. */
    public void input(int lane, Value value, float[] all) {
        lanes.get(lane).input(value, all, first(lane) * value.shape().size());
    }

    /** Copy a lane's logits out, {@code [samples, outputs]}. */
    public void output(int lane, float[] logits, int offset) {
        lanes.get(lane).output(logits, offset);
    }

    /** Copy the gradients of a lane's logits in, {@code [samples, outputs]}. */
    public void outputGradient(int lane, float[] gradients, int offset) {
        lanes.get(lane).outputGradient(gradients, offset);
    }

    /** Copy an observed value of all samples out in logical order. */
    public void observe(Value value, float[] into) {
        for (Lane lane : lanes) {
            lane.observe(value, into, lane.pass().firstSample() * value.shape().size());
        }
    }

    /**
     * Find the first operation whose output is not finite, running the last forward pass again
     * operation by operation.
     *
     * @return its name, or nothing if all outputs are finite
     */
    public Optional<String> firstNotFinite() {
        for (int i = 0; i < graph.operations().size(); i++) {
            Operation operation = graph.operations().get(i);
            boolean waiting = Arrays.binarySearch(waits, i) >= 0;
            for (Lane lane : lanes) {
                lane.run(i);
            }
            if (waiting) {
                for (Lane lane : lanes) {
                    lane.finish(i);
                }
            }
            if (!lanes.stream().allMatch(lane -> lane.isFinite(operation))) {
                return Optional.of(operation.name());
            }
        }
        return Optional.empty();
    }

    /**
     * Time every kernel while something runs.
     *
     * @return one entry per operation, in order: seconds of threads, summed
     */
    public List<KernelTime> time(Runnable work) {
        List<Stopwatch> watches = lanes.stream().map(Lane::watch).toList();
        work.run();
        lanes.forEach(Lane::unwatch);
        // Kernels of a single lane share the crew; those of many run on one thread each.
        int threads = lanes.size() == 1 ? crew.size() : 1;
        List<KernelTime> times = new ArrayList<>();
        for (int i = 0; i < graph.operations().size(); i++) {
            int operation = i;
            times.add(
                    new KernelTime(
                            graph.operations().get(i).name(),
                            lanes.get(0).design().kernels().get(i).describe(),
                            graph.operations().get(i).macs() * samples(),
                            threads
                                    * watches.stream()
                                            .mapToDouble(w -> w.forwardSeconds(operation))
                                            .sum(),
                            threads
                                    * watches.stream()
                                            .mapToDouble(w -> w.backwardSeconds(operation))
                                            .sum()));
        }
        return times;
    }

    /** Return the number of floats that values, gradients and scratch take. */
    public long floats() {
        return lanes.stream().mapToLong(Lane::floats).sum() + taps.floats();
    }

    @Override
    public void close() {
        lanes.forEach(Lane::close);
        shared.close();
    }
}
