package dev.ramify.core.trunk;

import dev.ramify.api.architecture.Activation;
import dev.ramify.api.architecture.Architecture;
import dev.ramify.api.architecture.GlobalAveragePooling;
import dev.ramify.api.architecture.Node;
import dev.ramify.api.architecture.Residual;
import dev.ramify.api.architecture.Shape;
import dev.ramify.api.option.Option;
import dev.ramify.core.pipeline.binding.Choice;
import java.util.List;

/**
 * A residual network (He et al. 2015, arXiv 1512.03385) for small images, batch-normalized: {@code
 * conv1 block1 block1-relu block2 block2-relu ... average logits}. Every stage but the first halves
 * the maps, in its first 3x3 convolution.
 *
 * <p>A bottleneck block is {@code block1-reduce} (1x1), {@code block1-conv} (3x3) and a 1x1
 * convolution of four times the width; a basic block {@code block1-conv} (3x3) and another 3x3. The
 * last convolution of every block bears the name of its stage, {@code stage1}, since blocks of a
 * stage are branches that write to one stream (Veit et al. 2016, arXiv 1605.06431). Where the shape
 * changes, the shortcut is the projection {@code block1-shortcut}.
 *
 * @param block kind of block
 * @param widths inner width of each stage's blocks
 * @param blocks number of blocks in each stage
 */
@Choice(
        value = "mini-resnet",
        summary = "stages of residual blocks, batch-normalized, for small images")
public record MiniResNet(
        @Option(value = "kind of residual block", defaultValue = "bottleneck") Block block,
        @Option(
                        value = "inner width of the blocks in each stage",
                        defaultValue = "[16, 32, 64]",
                        min = 1)
                List<Integer> widths,
        @Option(value = "number of blocks in each stage", defaultValue = "2", min = 1) int blocks)
        implements TrunkPreset {

    /** The kinds of residual block. */
    public enum Block {
        /** 1x1, 3x3 and 1x1 convolutions, the last of four times the width. */
        BOTTLENECK(4),
        /** Two 3x3 convolutions. */
        BASIC(1);

        private final int expansion;

        Block(int expansion) {
            this.expansion = expansion;
        }
    }

    public MiniResNet {
        widths = Require.widths("widths", widths);
        Require.atLeastOne("blocks", blocks);
    }

    @Override
    public Architecture build(Shape input, int outputs) {
        Stack stack = new Stack(true).numbered(1, widths.get(0), 3);
        int channels = widths.get(0);
        for (int i = 0; i < widths.size() * blocks; i++) {
            int stage = i / blocks;
            int stride = stage > 0 && i % blocks == 0 ? 2 : 1;
            String name = "block" + (i + 1);
            int width = widths.get(stage);
            int out = width * block.expansion;
            stack.add(
                    new Residual(
                            name,
                            body(name, "stage" + (stage + 1), width, stride),
                            stride == 1 && channels == out
                                    ? List.of()
                                    : shortcut(name, out, stride)));
            stack.add(Activation.relu(name + "-relu"));
            channels = out;
        }
        return stack.add(new GlobalAveragePooling("average")).build("mini-resnet", input, outputs);
    }

    private List<Node> body(String name, String last, int width, int stride) {
        Stack body = new Stack(true);
        if (block == Block.BOTTLENECK) {
            body.activated(name + "-reduce", width, 1, 1);
        }
        body.activated(name + "-conv", width, 3, stride);
        int kernel = block == Block.BOTTLENECK ? 1 : 3;
        return body.convolution(last, width * block.expansion, kernel, 1, name + "-bn").nodes();
    }

    private static List<Node> shortcut(String name, int out, int stride) {
        String projection = name + "-shortcut";
        return new Stack(true).convolution(projection, out, 1, stride, projection + "-bn").nodes();
    }
}
