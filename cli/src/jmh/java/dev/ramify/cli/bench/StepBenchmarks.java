package dev.ramify.cli.bench;

import dev.ramify.core.engine.Engine;
import dev.ramify.core.engine.KernelSelection;
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

/** One training step of each workload: forward, loss, backward and optimizer. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(2)
public class StepBenchmarks {

    @Param({"w1-64", "w1-128", "w2-adam", "w2-sgd", "w3", "w4"})
    private String workload = "";

    @Param({"1", "2"})
    private int threads;

    private TrainingContender network;

    @Setup
    public void compile() {
        Workload chosen =
                Workloads.all().stream()
                        .filter(each -> each.id().equals(workload))
                        .findFirst()
                        .orElseThrow();
        network =
                new TrainingContender(
                        new Engine(KernelSelection.choose(), threads),
                        chosen,
                        chosen.architectures().get(0));
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
