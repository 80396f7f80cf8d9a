package dev.ramify.core.trunk;

import dev.ramify.api.architecture.Architecture;
import dev.ramify.api.architecture.Branch;
import dev.ramify.api.architecture.Branches;
import dev.ramify.api.architecture.GlobalAveragePooling;
import dev.ramify.api.architecture.Merge;
import dev.ramify.api.architecture.Pooling;
import dev.ramify.api.architecture.Shape;
import dev.ramify.api.architecture.Window;
import dev.ramify.api.option.InvalidOptionException;
import dev.ramify.api.option.Option;
import dev.ramify.core.pipeline.binding.Choice;
import java.util.List;

/**
 * InceptionV1 (Szegedy et al. 2014, arXiv 1409.4842) for small images: {@code conv1 pool1 mixed1
 * mixed2 pool2 mixed3 average logits}, rectified; the maps are halved before the last module.
 *
 * <p>The last convolution of each of a module's branches {@code 1x1}, {@code 3x3}, {@code 5x5} and
 * {@code pool} bears the module's name, so that {@code mixed1} is one layer in four branches; the
 * 1x1 convolutions before the 3x3 and 5x5 ones are {@code mixed1-reduce}. Widths are in the
 * proportion of the module 3a: 1/4, 1/2, 1/8 and 1/8 of the module's, reductions 3/8 and 1/16.
 *
 * @param stem filters of {@code conv1}
 * @param kernel of {@code conv1}
 * @param widths of the modules, multiples of 16
 * @param batchNormalization whether convolutions are batch-normalized
 */
@Choice(
        value = "mini-inception",
        summary = "a convolution and a few Inception modules, whose branches differ in kernel")
public record MiniInception(
        @Option(value = "filters of the first convolution", defaultValue = "32", min = 1) int stem,
        @Option(
                        value = "side of the first convolution's kernel in pixels, odd",
                        defaultValue = "7",
                        min = 1,
                        example = "5")
                int kernel,
        @Option(
                        value = "width of each module, a multiple of 16",
                        defaultValue = "[64, 96, 128]",
                        min = 16)
                List<Integer> widths,
        @Option(value = "whether convolutions are batch-normalized", defaultValue = "false")
                boolean batchNormalization)
        implements TrunkPreset {

    /** The narrowest part of a module is a sixteenth of it. */
    private static final int UNIT = 16;

    public MiniInception {
        Require.atLeastOne("stem", stem);
        Require.oddKernel("kernel", kernel);
        widths = Require.widths("widths", widths);
        for (int width : widths) {
            if (width % UNIT != 0) {
                int below = width / UNIT * UNIT;
                throw new InvalidOptionException(
                        "widths",
                        "every width must be a multiple of %d, found %d; the nearest %s"
                                .formatted(
                                        UNIT,
                                        width,
                                        below == 0
                                                ? "is " + UNIT
                                                : "are %d and %d".formatted(below, below + UNIT)));
            }
        }
    }

    @Override
    public Architecture build(Shape input, int outputs) {
        Stack stack =
                new Stack(batchNormalization)
                        .numbered(1, stem, kernel)
                        .add(Pooling.max("pool1", 2));
        for (int i = 1; i <= widths.size(); i++) {
            if (i > 1 && i == widths.size()) {
                stack.add(Pooling.max("pool2", 2));
            }
            stack.add(module("mixed" + i, widths.get(i - 1) / UNIT));
        }
        return stack.add(new GlobalAveragePooling("average"))
                .build("mini-inception", input, outputs);
    }

    private Branches module(String name, int unit) {
        String reduce = name + "-reduce";
        return Branches.of(
                name,
                List.of(
                        branch("1x1", stack().activated(name, 4 * unit, 1, 1)),
                        branch(
                                "3x3",
                                stack().activated(reduce, 6 * unit, 1, 1)
                                        .activated(name, 8 * unit, 3, 1)),
                        branch(
                                "5x5",
                                stack().activated(reduce, unit, 1, 1)
                                        .activated(name, 2 * unit, 5, 1)),
                        branch(
                                "pool",
                                stack().add(
                                                Pooling.max(
                                                        name + "-pool",
                                                        Window.square(3).withPadding(1)))
                                        .activated(name, 2 * unit, 1, 1))),
                Merge.CONCAT);
    }

    private Stack stack() {
        return new Stack(batchNormalization);
    }

    private static Branch branch(String name, Stack stack) {
        return new Branch(name, stack.nodes());
    }
}
