package dev.ramify.api.architecture;

import java.util.BitSet;
import java.util.List;
import org.apiguardian.api.API;

/**
 * Channels in another order: output channel {@code c} is input channel {@code sources[c]}.
 *
 * <p>Fixed to a number of channels. A {@link ChannelShuffle} follows layers that become narrower,
 * which a permutation cannot; one that deals out equal groups is computed as a shuffle.
 *
 * @param name unique within its branch
 * @param sources every input channel once
 * @since 0.1
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record ChannelPermutation(String name, List<Integer> sources) implements Layer {

    public ChannelPermutation {
        Names.check(name);
        sources = List.copyOf(sources);
        Check.atLeast(name, "number of channels", sources.size(), 1);
        BitSet seen = new BitSet();
        for (int source : sources) {
            Check.that(
                    source >= 0 && source < sources.size() && !seen.get(source),
                    name,
                    "sources must hold every channel from 0 to %d once, found %d %s",
                    sources.size() - 1,
                    source,
                    source >= 0 && seen.get(source) ? "twice" : "among them");
            seen.set(source);
        }
    }

    @Override
    public ChannelPermutation withName(String other) {
        return new ChannelPermutation(other, sources);
    }

    @Override
    public Shape output(Shape input) {
        Check.that(
                input.channels() == sources.size(),
                name,
                "it permutes %d channels but gets %s; put channel-shuffle in its place where widths may change",
                sources.size(),
                input);
        return input;
    }

    @Override
    public <R> R accept(LayerVisitor<R> visitor) {
        return visitor.channelPermutation(this);
    }
}
