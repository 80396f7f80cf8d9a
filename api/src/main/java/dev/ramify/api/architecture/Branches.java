package dev.ramify.api.architecture;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apiguardian.api.API;

/**
 * Parallel paths from one input to one merged output.
 *
 * @param name unique within its branch
 * @param branches at least one, with distinct names
 * @param merge how the outputs become one
 * @param input what each branch sees
 * @since 0.1
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Branches(
        String name,
        List<Branch> branches,
        @Default("{\"type\":\"concat\"}") Merge merge,
        @Default("\"shared\"") BranchInput input)
        implements Node {

    public Branches {
        Names.check(name);
        branches = List.copyOf(branches);
        Check.that(!branches.isEmpty(), name, "needs at least one branch");
        Set<String> seen = new HashSet<>();
        for (Branch branch : branches) {
            Check.that(seen.add(branch.name()), name, "two branches are named '%s'", branch.name());
        }
    }

    /** Create branches that all see the whole input. */
    public static Branches of(String name, List<Branch> branches, Merge merge) {
        return new Branches(name, branches, merge, BranchInput.SHARED);
    }

    /**
     * Infer the shape that each branch sees.
     *
     * @throws ArchitectureException if a split input cannot be divided equally
     */
    public Shape branchInput(Shape whole) {
        if (input == BranchInput.SHARED) {
            return whole;
        }
        Check.that(
                whole.channels() % branches.size() == 0,
                name,
                "%d channels cannot be split between %d branches equally",
                whole.channels(),
                branches.size());
        return whole.withChannels(whole.channels() / branches.size());
    }

    @Override
    public Shape output(Shape whole) {
        Shape seen = branchInput(whole);
        List<ArchitectureException.Problem> problems = new ArrayList<>();
        List<Shape> shapes = new ArrayList<>();
        for (Branch branch : branches) {
            try {
                shapes.add(new Sequence(branch.name(), branch.nodes()).output(seen));
            } catch (ArchitectureException e) {
                e.problems().forEach(p -> problems.add(p.within(name + "/" + branch.name())));
            }
        }
        if (!problems.isEmpty()) {
            throw new ArchitectureException(problems);
        }
        return merge.output(name, branches.stream().map(Branch::name).toList(), shapes);
    }

    /** Return the same block with other branches. */
    public Branches withBranches(List<Branch> others) {
        return new Branches(name, others, merge, input);
    }

    /** Return the same branches, merged otherwise. */
    public Branches withMerge(Merge other) {
        return new Branches(name, branches, other, input);
    }

    @Override
    public <R> R accept(NodeVisitor<R> visitor) {
        return visitor.branches(this);
    }
}
