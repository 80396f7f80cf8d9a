package dev.ramify.cli.bench;

import dev.ramify.api.architecture.Architecture;
import dev.ramify.api.architecture.Convolution;
import dev.ramify.api.architecture.Dense;
import dev.ramify.api.architecture.GlobalAveragePooling;
import dev.ramify.api.architecture.Shape;
import dev.ramify.core.engine.Engine;
import dev.ramify.core.engine.kernels.onednn.OneDnnKernels;
import dev.ramify.core.engine.kernels.portable.PortableKernels;
import dev.ramify.core.machine.NativeThreads;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Grouped 3x3 convolutions of 64 channels on both sets of kernels, both ways, on one thread. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class ConvolutionBenchmarks {

    private static final int BATCH = 16;
    private static final int CHANNELS = 64;

    @Param({"1", "4", "8", "16", "64"})
    private int groups;

    @Param({"onednn", "portable"})
    private String kernels = "";

    private TrainingContender network;

    @Setup
    public void compile() {
        NativeThreads.one();
        Architecture architecture =
                new Architecture(
                        "convolution",
                        new Shape(CHANNELS, 16, 16),
                        List.of(
                                Convolution.same("before", CHANNELS, 1),
                                Convolution.same("measured", CHANNELS, 3).withGroups(groups),
                                new GlobalAveragePooling("average"),
                                new Dense("logits", 10, true)));
        Workload workload =
                new Workload(
                        "convolution",
                        "convolution",
                        Workload.Task.TRAINING,
                        Workload.OptimizerKind.SGD,
                        List.of(architecture),
                        BATCH);
        Engine engine =
                new Engine(
                        kernels.equals("onednn") ? OneDnnKernels.load() : new PortableKernels(), 1);
        network = new TrainingContender(engine, workload, architecture);
    }

    @Benchmark
    public double step() {
        return network.run(1);
    }

    @TearDown
    public void close() {
        network.close();
    }
}
