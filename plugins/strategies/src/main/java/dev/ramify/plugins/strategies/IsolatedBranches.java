package dev.ramify.plugins.strategies;

import dev.ramify.api.architecture.Branch;
import dev.ramify.api.architecture.Branches;
import dev.ramify.api.architecture.Merge;
import dev.ramify.api.branching.LayerRange;
import dev.ramify.api.branching.Shares;
import java.util.List;
import java.util.stream.IntStream;

/** Builds branches that see the whole input of a range and nothing of each other until its end. */
final class IsolatedBranches {

    private IsolatedBranches() {}

    /** Divide the units of a range between branches {@code b1}, {@code b2} and so on. */
    static Branches of(String name, LayerRange range, Shares shares) {
        shares.check(range.weightedLayers());
        List<Branch> branches =
                IntStream.range(0, shares.branches())
                        .mapToObj(b -> new Branch(nameOf(b), range.narrowed(shares, b)))
                        .toList();
        return Branches.of(range.freeName(name), branches, Merge.CONCAT);
    }

    static String nameOf(int branch) {
        return "b" + (branch + 1);
    }
}
