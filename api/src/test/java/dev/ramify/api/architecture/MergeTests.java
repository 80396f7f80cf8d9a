package dev.ramify.api.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class MergeTests {

    private static final List<String> NAMES = List.of("a", "b");
    private static final Shape MAP = new Shape(4, 5, 6);

    @Test
    void aVectorMultipliesEachChannelOfAMap() {
        Shape gates = Shape.flat(4);

        assertThat(Merge.PRODUCT.output("gated", NAMES, List.of(gates, MAP))).isEqualTo(MAP);
        assertThat(Merge.PRODUCT.output("gated", NAMES, List.of(MAP, gates))).isEqualTo(MAP);
        assertThat(Merge.PRODUCT.output("gated", NAMES, List.of(gates, gates))).isEqualTo(gates);
    }

    @Test
    void aProductOfOtherShapesIsRefused() {
        assertThatThrownBy(() -> Merge.PRODUCT.output("p", NAMES, List.of(MAP, Shape.flat(5))))
                .hasMessage(
                        "p: branch 'a' gives 4x5x6 but branch 'b' gives 5; a product needs equal shapes, or vectors of as many channels as the maps");
    }

    @Test
    void gatedBranchesHaveTheShapeOfTheirMerge() {
        Merge summed = new Merge.Gated(new Router("top-k", 1), Merge.SUM);
        Merge joined = new Merge.Gated(new Router("soft", 2), Merge.CONCAT);

        assertThat(summed.output("moe", NAMES, List.of(MAP, MAP))).isEqualTo(MAP);
        assertThat(joined.output("moe", NAMES, List.of(MAP, MAP))).isEqualTo(MAP.withChannels(8));
    }

    @Test
    void aRouterChoosesAsManyBranchesAsThereAre() {
        Merge merge = new Merge.Gated(new Router("top-k", 3), Merge.SUM);

        assertThatThrownBy(() -> merge.output("moe", NAMES, List.of(MAP, MAP)))
                .hasMessage("moe: router 'top-k' must choose from 1 to 2 branches, found 3");
    }

    @Test
    void branchesAreGatedOnce() {
        Merge once = new Merge.Gated(new Router("soft", 2), Merge.SUM);
        Merge twice = new Merge.Gated(new Router("soft", 2), once);

        assertThatThrownBy(() -> twice.output("moe", NAMES, List.of(MAP, MAP)))
                .hasMessage("moe: branches can be gated once, found twice");
    }
}
