package dev.ramify.api.architecture;

import org.apiguardian.api.API;

/**
 * Dropout of a whole branch: while training, all values of a sample that come by here are set to
 * zero together, or else divided by the probability that they are kept; otherwise the identity.
 *
 * <p>At the end of each branch it drops branches independently of each other (the modality dropout
 * of Neverova et al. 2014, arXiv 1501.00102); at the end of a residual function it is stochastic
 * depth by sample (Huang et al. 2016, arXiv 1603.09382).
 *
 * @param name unique within its branch
 * @param rate probability that the values of a sample are set to zero, in [0, 1)
 * @since 0.1
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record BranchDropout(String name, double rate) implements Layer {

    public BranchDropout {
        Names.check(name);
        Check.that(rate >= 0 && rate < 1, name, "rate must be in [0, 1), found %s", rate);
    }

    @Override
    public BranchDropout withName(String other) {
        return new BranchDropout(other, rate);
    }

    @Override
    public Shape output(Shape input) {
        return input;
    }

    /** Acts on each channel alone. */
    @Override
    public boolean isPerChannel() {
        return true;
    }

    @Override
    public <R> R accept(LayerVisitor<R> visitor) {
        return visitor.branchDropout(this);
    }
}
