package dev.ramify.api.architecture;

import org.apiguardian.api.API;

/**
 * Deal the channels of each group out to all groups, as ShuffleNet does (Zhang et al. 2017, arXiv
 * 1707.01083): output channel {@code j * groups + g} is input channel {@code g * (channels /
 * groups) + j}.
 *
 * @param name unique within its branch
 * @param groups number of groups, at least 1, dividing the channels
 * @since 0.1
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record ChannelShuffle(String name, int groups) implements Layer {

    public ChannelShuffle {
        Names.check(name);
        Check.atLeast(name, "groups", groups, 1);
    }

    @Override
    public Shape output(Shape input) {
        Check.that(
                input.channels() % groups == 0,
                name,
                "%d channels cannot be shuffled between %d equal groups",
                input.channels(),
                groups);
        return input;
    }

    /** Return the input channel that becomes output channel {@code output} of {@code channels}. */
    public int source(int output, int channels) {
        int perGroup = channels / groups;
        return (output % groups) * perGroup + output / groups;
    }

    @Override
    public ChannelShuffle withName(String other) {
        return new ChannelShuffle(other, groups);
    }

    @Override
    public <R> R accept(LayerVisitor<R> visitor) {
        return visitor.channelShuffle(this);
    }
}
