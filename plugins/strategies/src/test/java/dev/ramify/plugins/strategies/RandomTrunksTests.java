package dev.ramify.plugins.strategies;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ramify.api.architecture.Architecture;
import dev.ramify.api.architecture.Branches;
import dev.ramify.api.architecture.ChannelShuffle;
import dev.ramify.api.architecture.LayerView;
import dev.ramify.api.architecture.Node;
import dev.ramify.api.architecture.PlacedLayer;
import dev.ramify.api.branching.LayerRange;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What holds for every trunk, over seeded random ones. */
class RandomTrunksTests {

    private static final int SEEDS = 60;

    @Test
    void columnsKeepNamesWidthsAndOutput() {
        forAll(
                (trunk, options) -> {
                    Architecture branched = new Columns().branch(trunk, options);
                    assertThat(branched.output()).isEqualTo(trunk.output());
                    assertThat(widths(branched)).isEqualTo(widths(trunk));
                    assertThat(mergedShape(branched)).isEqualTo(shapeAfterLast(trunk));
                });
    }

    @Test
    void shuffledColumnsKeepNamesWidthsAndOutput() {
        forAll(
                (trunk, options) -> {
                    Architecture branched = new ShuffledColumns().branch(trunk, options);
                    assertThat(branched.output()).isEqualTo(trunk.output());
                    assertThat(widths(branched)).isEqualTo(widths(trunk));
                });
    }

    @Test
    void everyLayerOfTheRangeIsDividedEquallyBetweenTheNamedBranches() {
        forAll(
                (trunk, options) -> {
                    Architecture branched = new Columns().branch(trunk, options);
                    LayerRange range = LayerRange.of(trunk, "first", "last");
                    range.weightedLayers()
                            .forEach(
                                    layer ->
                                            assertThat(unitsOfBranches(branched.view(layer.name())))
                                                    .isEqualTo(
                                                            equally(
                                                                    trunk.view(layer.name()),
                                                                    options.branches())));
                });
    }

    @Test
    void shuffledTwinHasTheParametersMacsLayersAndBranchesOfTheColumns() {
        forAll(
                (trunk, options) -> {
                    Architecture columns = new Columns().branch(trunk, options);
                    Architecture twin = new ShuffledColumns().branch(trunk, options);
                    assertThat(twin.cost()).isEqualTo(columns.cost());
                    assertThat(layersInBranches(twin)).isEqualTo(layersInBranches(columns));
                });
    }

    @Test
    void shuffledTwinShufflesBetweenAllItsStagesAndNowhereElse() {
        forAll(
                (trunk, options) -> {
                    List<Node> nodes = new ShuffledColumns().branch(trunk, options).nodes();
                    List<Integer> stages =
                            IntStream.range(0, nodes.size())
                                    .filter(i -> isStage(nodes.get(i)))
                                    .boxed()
                                    .toList();
                    for (int i = 1; i < stages.size(); i++) {
                        assertThat(stages.get(i)).isEqualTo(stages.get(i - 1) + 2);
                        assertThat(nodes.get(stages.get(i) - 1)).isInstanceOf(ChannelShuffle.class);
                    }
                    assertThat(nodes.stream().filter(ChannelShuffle.class::isInstance))
                            .hasSize(stages.size() - 1);
                });
    }

    @Test
    void columnsNeverCostMoreThanTheTrunk() {
        forAll(
                (trunk, options) -> {
                    Architecture branched = new Columns().branch(trunk, options);
                    assertThat(branched.cost().macs()).isLessThanOrEqualTo(trunk.cost().macs());
                });
    }

    @Test
    void unequalColumnsGiveEachBranchItsShareOfEveryLayer() {
        for (long seed = 0; seed < SEEDS; seed++) {
            Architecture trunk = RandomTrunk.of(seed);
            Architecture branched =
                    new UnequalColumns()
                            .branch(
                                    trunk,
                                    new UnequalColumnsOptions(
                                            List.of(1.0, 2.0, 3.0), "first", "last", 1));
            for (LayerView view : branched.views()) {
                if (view.isBranched() && trunk.view(view.name()).parts().size() == 1) {
                    int part = view.units() / 6;
                    assertThat(unitsOfBranches(view))
                            .as("seed %d, layer %s", seed, view.name())
                            .containsAllEntriesOf(Map.of("b1", part, "b2", 2 * part));
                }
            }
            assertThat(widths(branched)).as("seed %d", seed).isEqualTo(widths(trunk));
        }
    }

    @Test
    void inceptionKeepsNamesWidthsAndOutput() {
        for (long seed = 0; seed < SEEDS; seed++) {
            Architecture trunk = RandomTrunk.of(seed);
            if (LayerRange.of(trunk, "first", "last").weightedLayers().stream()
                    .noneMatch(InceptionTests::isSpatial)) {
                continue;
            }
            Architecture branched =
                    new Inception()
                            .branch(
                                    trunk,
                                    new InceptionOptions(
                                            "first", "last", List.of(1, 3, 5), true, List.of()));
            assertThat(branched.output()).as("seed %d", seed).isEqualTo(trunk.output());
            assertThat(widths(branched)).as("seed %d", seed).isEqualTo(widths(trunk));
        }
    }

    @Test
    void cardinalityKeepsTheOutputAndAddsBranches() {
        for (long seed = 0; seed < SEEDS; seed++) {
            Architecture trunk = RandomTrunk.of(seed);
            Architecture branched =
                    new Cardinality()
                            .branch(trunk, new CardinalityOptions(4, "first", "last", 0.5));
            assertThat(branched.output()).as("seed %d", seed).isEqualTo(trunk.output());
            assertThat(branched.views().stream().anyMatch(LayerView::isBranched))
                    .as("seed %d", seed)
                    .isTrue();
        }
    }

    @Test
    void sameTrunkAndOptionsGiveTheSameArchitecture() {
        forAll(
                (trunk, options) -> {
                    assertThat(new Columns().branch(trunk, options))
                            .isEqualTo(new Columns().branch(trunk, options));
                    assertThat(new ShuffledColumns().branch(trunk, options))
                            .isEqualTo(new ShuffledColumns().branch(trunk, options));
                });
    }

    private static void forAll(BiConsumer<Architecture, ColumnsOptions> property) {
        for (long seed = 0; seed < SEEDS; seed++) {
            int branches = RandomTrunk.BRANCHES[(int) (seed % RandomTrunk.BRANCHES.length)];
            ColumnsOptions options = new ColumnsOptions(branches, "first", "last", 1);
            try {
                property.accept(RandomTrunk.of(seed), options);
            } catch (RuntimeException | AssertionError e) {
                throw new AssertionError(
                        "seed %d, %d branches: %s".formatted(seed, branches, e.getMessage()), e);
            }
        }
    }

    private static Map<String, Integer> widths(Architecture architecture) {
        Map<String, Integer> widths = new TreeMap<>();
        architecture.views().forEach(view -> widths.put(view.name(), view.units()));
        return widths;
    }

    private static List<String> layersInBranches(Architecture architecture) {
        return architecture.layers().stream()
                .filter(placed -> !(placed.layer() instanceof ChannelShuffle))
                .map(placed -> placed.branch() + " " + placed.layer() + " " + placed.output())
                .sorted()
                .toList();
    }

    /** Sum the units by outermost branch. */
    private static Map<String, Integer> unitsOfBranches(LayerView view) {
        Map<String, Integer> units = new TreeMap<>();
        for (PlacedLayer part : view.parts()) {
            units.merge(part.branch().split("/")[0], part.output().channels(), Integer::sum);
        }
        return units;
    }

    private static Map<String, Integer> equally(LayerView whole, int branches) {
        Map<String, Integer> units = new TreeMap<>();
        for (int b = 1; b <= branches; b++) {
            units.put("b" + b, whole.units() / branches);
        }
        return units;
    }

    private static boolean isStage(Node node) {
        return node instanceof Branches && node.name().startsWith("columns-");
    }

    private static Object mergedShape(Architecture branched) {
        return shapeAfter(branched, "columns");
    }

    private static Object shapeAfterLast(Architecture trunk) {
        return shapeAfter(trunk, "last");
    }

    private static Object shapeAfter(Architecture architecture, String name) {
        List<String> names = architecture.nodes().stream().map(Node::name).toList();
        return architecture
                .withNodes(architecture.nodes().subList(0, names.indexOf(name) + 1))
                .output();
    }
}
