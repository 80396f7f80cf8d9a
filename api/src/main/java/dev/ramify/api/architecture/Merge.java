package dev.ramify.api.architecture;

import java.util.List;
import org.apiguardian.api.API;

/**
 * How the outputs of parallel branches become one.
 *
 * @since 0.1
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public sealed interface Merge {

    /** Channels one branch after another; the maps must agree in size. */
    Merge CONCAT = new Concat();

    /** The elementwise sum; the shapes must agree. */
    Merge SUM = new Sum();

    /** The elementwise product; the shapes must agree, or be vectors of as many channels. */
    Merge PRODUCT = new Product();

    /**
     * Infer the shape of the merged output.
     *
     * @param block whom to blame
     * @param branches names, at least one
     * @param shapes what each branch gives
     * @throws ArchitectureException if the shapes do not fit together
     */
    Shape output(String block, List<String> branches, List<Shape> shapes);

    /** Let a visitor see what kind of merge this is. */
    <R> R accept(MergeVisitor<R> visitor);

    /** Channels one branch after another. */
    record Concat() implements Merge {

        @Override
        public Shape output(String block, List<String> branches, List<Shape> shapes) {
            Shape first = shapes.get(0);
            long channels = 0;
            for (int b = 0; b < shapes.size(); b++) {
                Shape shape = shapes.get(b);
                MergeShapes.require(
                        shape.withChannels(1).equals(first.withChannels(1)),
                        block,
                        branches,
                        shapes,
                        b,
                        "a concatenation needs maps of equal height and width");
                channels += shape.channels();
            }
            Check.values(block, "output", (double) channels * first.area());
            return first.withChannels((int) channels);
        }

        @Override
        public <R> R accept(MergeVisitor<R> visitor) {
            return visitor.concat(this);
        }
    }

    /** The elementwise sum. */
    record Sum() implements Merge {

        @Override
        public Shape output(String block, List<String> branches, List<Shape> shapes) {
            for (int b = 0; b < shapes.size(); b++) {
                MergeShapes.require(
                        shapes.get(b).equals(shapes.get(0)),
                        block,
                        branches,
                        shapes,
                        b,
                        "a sum needs equal shapes");
            }
            return shapes.get(0);
        }

        @Override
        public <R> R accept(MergeVisitor<R> visitor) {
            return visitor.sum(this);
        }
    }

    /**
     * The elementwise product. A vector multiplies each channel of a map as a whole, as the gates
     * of squeeze-and-excitation do (Hu et al. 2017, arXiv 1709.01507).
     */
    record Product() implements Merge {

        @Override
        public Shape output(String block, List<String> branches, List<Shape> shapes) {
            Shape largest = shapes.get(0);
            for (Shape shape : shapes) {
                largest = shape.isFlat() ? largest : shape;
            }
            for (int b = 0; b < shapes.size(); b++) {
                Shape shape = shapes.get(b);
                MergeShapes.require(
                        shape.equals(largest)
                                || (shape.isFlat() && shape.channels() == largest.channels()),
                        block,
                        branches,
                        shapes,
                        b,
                        "a product needs equal shapes, or vectors of as many channels as the maps");
            }
            return largest;
        }

        @Override
        public <R> R accept(MergeVisitor<R> visitor) {
            return visitor.product(this);
        }
    }

    /**
     * Branches that a router weighs for each sample, before they are merged.
     *
     * @param router what reads the input of all branches and gives a weight to each
     * @param weighed how the weighed outputs become one; not gated itself
     */
    record Gated(Router router, @Default("{\"type\":\"sum\"}") Merge weighed) implements Merge {

        @Override
        public Shape output(String block, List<String> branches, List<Shape> shapes) {
            Check.that(
                    !(weighed instanceof Gated), block, "branches can be gated once, found twice");
            Check.that(
                    router.active() >= 1 && router.active() <= branches.size(),
                    block,
                    "router '%s' must choose from 1 to %d branches, found %d",
                    router.id(),
                    branches.size(),
                    router.active());
            return weighed.output(block, branches, shapes);
        }

        @Override
        public <R> R accept(MergeVisitor<R> visitor) {
            return visitor.gated(this);
        }
    }
}
