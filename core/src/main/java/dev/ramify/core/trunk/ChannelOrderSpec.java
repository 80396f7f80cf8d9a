package dev.ramify.core.trunk;

import dev.ramify.api.architecture.Node;
import dev.ramify.api.option.Option;
import dev.ramify.core.pipeline.binding.Choice;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Channels in another order, and the softmax over them. */
public sealed interface ChannelOrderSpec extends LayerSpec.Simple {

    /** The shuffle of ShuffleNet. */
    @Choice(value = "channel-shuffle", summary = "deals the channels of each group out to all")
    record ChannelShuffle(
            @Option("name of the layer") @Nullable String name,
            @Option(value = "number of channel groups", min = 1, example = "4") int groups)
            implements ChannelOrderSpec {

        @Override
        public Node node(LayerNames names) {
            String known = names.orNext(name, "shuffle");
            return new dev.ramify.api.architecture.ChannelShuffle(known, groups);
        }
    }

    /** Any other order. */
    @Choice(value = "channel-permutation", summary = "puts channels into another order")
    record ChannelPermutation(
            @Option("name of the layer") @Nullable String name,
            @Option(
                            value = "for each output channel the input channel that it is, from 0",
                            min = 0,
                            example = "[1, 0]")
                    List<Integer> sources)
            implements ChannelOrderSpec {

        public ChannelPermutation {
            sources = List.copyOf(sources);
        }

        @Override
        public Node node(LayerNames names) {
            String known = names.orNext(name, "permutation");
            return new dev.ramify.api.architecture.ChannelPermutation(known, sources);
        }
    }

    /** The softmax over channels. */
    @Choice(value = "softmax", summary = "the softmax over the channels of each position")
    record Softmax(@Option("name of the layer") @Nullable String name) implements ChannelOrderSpec {

        @Override
        public Node node(LayerNames names) {
            return new dev.ramify.api.architecture.Softmax(names.orNext(name, "softmax"));
        }
    }
}
