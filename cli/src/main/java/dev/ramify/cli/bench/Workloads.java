package dev.ramify.cli.bench;

import dev.ramify.api.architecture.Activation;
import dev.ramify.api.architecture.Architecture;
import dev.ramify.api.architecture.Branch;
import dev.ramify.api.architecture.Branches;
import dev.ramify.api.architecture.Convolution;
import dev.ramify.api.architecture.Dense;
import dev.ramify.api.architecture.GlobalAveragePooling;
import dev.ramify.api.architecture.Merge;
import dev.ramify.api.architecture.Node;
import dev.ramify.api.architecture.Pooling;
import dev.ramify.api.architecture.Residual;
import dev.ramify.api.architecture.Shape;
import dev.ramify.cli.bench.Workload.OptimizerKind;
import dev.ramify.cli.bench.Workload.Task;
import dev.ramify.core.trunk.MiniInception;
import dev.ramify.core.trunk.MiniResNet;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/** The workloads that {@code ramify bench} knows. */
public final class Workloads {

    private static final Shape IMAGE = new Shape(3, 32, 32);
    private static final int CLASSES = 10;
    private static final int CARDINALITY = 8;
    private static final int SEEDS = 4;

    private Workloads() {}

    /** Return all, in order. */
    public static List<Workload> all() {
        List<Workload> all = new ArrayList<>();
        all.add(training("w1-64", "CNN, 4 groups", cnn(4), 64));
        all.add(training("w1-128", "CNN, 2 groups", cnn(2), 128));
        all.add(training("w2-adam", "branched MLP", mlp(), 64));
        all.add(
                new Workload(
                        "w2-sgd",
                        "branched MLP",
                        Task.TRAINING,
                        OptimizerKind.SGD,
                        List.of(mlp()),
                        64));
        all.add(training("w3", "mini-inception", inception(), 64));
        all.add(training("w4", "mini-resnet, cardinality 8", resnet(), 64));
        for (int groups = 1; groups <= 32; groups *= 2) {
            all.add(training("w5-" + groups, "CNN, %d groups".formatted(groups), cnn(groups), 64));
        }
        List<Architecture> study =
                IntStream.of(1, 2, 4, 8)
                        .mapToObj(Workloads::cnn)
                        .flatMap(each -> Collections.nCopies(SEEDS, each).stream())
                        .toList();
        all.add(new Workload("w6", "4 CNNs x 4 seeds", Task.STUDY, OptimizerKind.ADAM, study, 64));
        all.add(inference("w1-64", "CNN, 4 groups", cnn(4), 64));
        all.add(inference("w2", "branched MLP", mlp(), 64));
        all.add(inference("w3", "mini-inception", inception(), 64));
        all.add(inference("w4", "mini-resnet, cardinality 8", resnet(), 64));
        return List.copyOf(all);
    }

    private static Workload training(
            String id, String title, Architecture architecture, int batch) {
        return new Workload(
                id, title, Task.TRAINING, OptimizerKind.ADAM, List.of(architecture), batch);
    }

    private static Workload inference(
            String id, String title, Architecture architecture, int batch) {
        return new Workload(
                "infer-" + id,
                title,
                Task.INFERENCE,
                OptimizerKind.ADAM,
                List.of(architecture),
                batch);
    }

    /** A CNN like those of Voss et al. 2021 (Distill, Branch Specialization) in small. */
    static Architecture cnn(int groups) {
        return new Architecture(
                "cnn",
                IMAGE,
                List.of(
                        Convolution.same("conv1", 64, 5),
                        Activation.relu("relu1"),
                        Pooling.max("pool1", 2),
                        Convolution.same("conv2", 64, 3).withGroups(groups),
                        Activation.relu("relu2"),
                        Pooling.max("pool2", 2),
                        Convolution.same("conv3", 128, 3),
                        Activation.relu("relu3"),
                        new GlobalAveragePooling("average"),
                        new Dense("logits", CLASSES, true)));
    }

    private static Architecture mlp() {
        List<Branch> columns =
                IntStream.rangeClosed(1, 4)
                        .mapToObj(
                                i ->
                                        new Branch(
                                                "b" + i,
                                                List.of(
                                                        new Dense("dense1", 128, true),
                                                        Activation.relu("relu1"),
                                                        new Dense("dense2", 128, true),
                                                        Activation.relu("relu2"))))
                        .toList();
        return new Architecture(
                "mlp",
                Shape.flat(784),
                List.of(
                        Branches.of("columns", columns, Merge.CONCAT),
                        new Dense("logits", CLASSES, true)));
    }

    private static Architecture inception() {
        return new MiniInception(32, 7, List.of(64, 96, 128), false).build(IMAGE, CLASSES);
    }

    /** Blocks with grouped convolutions: the form of ResNeXt that is computed fastest. */
    private static Architecture resnet() {
        Architecture plain =
                new MiniResNet(MiniResNet.Block.BOTTLENECK, List.of(16, 32, 64), 2)
                        .build(IMAGE, CLASSES);
        return plain.withNodes(plain.nodes().stream().map(Workloads::grouped).toList());
    }

    private static Node grouped(Node node) {
        if (node instanceof Residual block) {
            return new Residual(
                    block.name(),
                    block.body().stream().map(Workloads::grouped).toList(),
                    block.shortcut());
        }
        return node instanceof Convolution layer && layer.name().endsWith("-conv")
                ? layer.withGroups(CARDINALITY)
                : node;
    }
}
