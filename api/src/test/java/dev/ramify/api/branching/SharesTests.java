package dev.ramify.api.branching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.ramify.api.architecture.Convolution;
import dev.ramify.api.architecture.WeightedLayer;
import dev.ramify.api.option.InvalidOptionException;
import dev.ramify.api.random.Seed;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class SharesTests {

    @Test
    void equalSharesDivideTheWidth() {
        Shares quarters = Shares.equal("branches", 4);

        assertThat(quarters.branches()).isEqualTo(4);
        assertThat(quarters.units(conv("conv", 64), 3)).isEqualTo(16);
    }

    @Test
    void unequalSharesDivideInProportion() {
        Shares shares = Shares.of("shares", List.of(1.0, 1.0, 2.0, 4.0));

        assertThat(IntStream.range(0, 4).map(b -> shares.units(conv("conv", 64), b)))
                .containsExactly(8, 8, 16, 32);
    }

    @Test
    void fractionsMayBeWrittenInDecimals() {
        Shares thirds = Shares.of("shares", List.of(0.33333333, 0.66666667));

        assertThat(thirds.units(conv("conv", 96), 0)).isEqualTo(32);
        assertThat(thirds.units(conv("conv", 96), 1)).isEqualTo(64);
    }

    @Test
    void wideningMultipliesTheWholeWidth() {
        assertThat(Shares.equal("branches", 4).widened(1.5).units(conv("conv", 64), 0))
                .isEqualTo(24);
    }

    @Test
    void unevenEqualSharesNameEveryLayerAndTheNearestDivisors() {
        InvalidOptionException thrown =
                refusal(
                        () ->
                                Shares.equal("branches", 7)
                                        .check(List.of(conv("conv1", 64), conv("conv2", 96))));

        assertThat(thrown.option()).isEqualTo("branches");
        assertThat(thrown)
                .hasMessage(
                        "7 branches cannot share the units of 'conv1' (64 units), 'conv2' (96 units) equally; the nearest that fit all layers: 4 or 8");
    }

    @Test
    void moreBranchesThanUnitsAreToldTheMost() {
        assertThat(refusal(() -> Shares.equal("branches", 9).check(List.of(conv("conv", 8)))))
                .hasMessage(
                        "9 branches cannot share the units of 'conv' (8 units) equally; the nearest that fit all layers: 8");
    }

    @Test
    void unevenSharesNameTheNearestThatFitAllLayers() {
        InvalidOptionException thrown =
                refusal(
                        () ->
                                Shares.of("shares", List.of(1.0, 1.0, 2.0, 3.0))
                                        .check(List.of(conv("conv1", 64), conv("conv2", 48))));

        assertThat(thrown.option()).isEqualTo("shares");
        // 16 divides both widths: [2.3, 2.3, 4.6, 6.9] of 16, by largest remainders.
        assertThat(thrown)
                .hasMessage(
                        "shares [1, 1, 2, 3] do not give whole units of 'conv1' (64 units, divided [9.143, 9.143, 18.29, 27.43]), 'conv2' (48 units, divided [6.857, 6.857, 13.71, 20.57]); the nearest shares that fit all layers: [2, 2, 5, 7]");
    }

    @Test
    void tooFewUnitsForUnevenSharesAreExplained() {
        assertThat(
                        refusal(
                                () ->
                                        Shares.of("shares", List.of(1.0, 1.0, 2.0))
                                                .check(List.of(conv("a", 4), conv("b", 6)))))
                .hasMessage(
                        "shares [1, 1, 2] do not give whole units of 'b' (6 units, divided [1.5, 1.5, 3]); no shares fit: the greatest number that divides all widths is 2, fewer than the 3 branches");
    }

    @Test
    void nearestSharesGiveEveryBranchAUnit() {
        assertThat(
                        refusal(
                                () ->
                                        Shares.of("shares", List.of(1.0, 1.0, 100.0))
                                                .check(List.of(conv("conv", 8)))))
                .hasMessageEndingWith("the nearest shares that fit all layers: [1, 1, 6]");
    }

    @Test
    void wideningToAFractionNamesTheLayers() {
        assertThat(
                        refusal(
                                () ->
                                        Shares.equal("branches", 2)
                                                .widened(1.5)
                                                .check(List.of(conv("a", 4), conv("b", 3)))))
                .hasMessage(
                        "these layers would have no whole number of units: 'b' (3 units x 1.5)");
    }

    @Test
    void sharesThatAreNotPositiveAreRefused() {
        assertThat(refusal(() -> Shares.of("shares", List.of(1.0, 0.0))))
                .hasMessage("every share must be a positive number, found 0.0");
        assertThat(refusal(() -> Shares.of("shares", List.of(Double.NaN))))
                .hasMessage("every share must be a positive number, found NaN");
        assertThat(refusal(() -> Shares.of("shares", List.of())))
                .hasMessage("needs at least one share, found none");
        assertThat(refusal(() -> Shares.equal("branches", 0)))
                .hasMessage("needs at least one branch, found 0");
        assertThat(refusal(() -> Shares.equal("branches", 2).widened(-1)).option())
                .isEqualTo("widen");
    }

    @Test
    void suggestedDivisionsAlwaysFit() {
        for (long seed = 0; seed < 200; seed++) {
            RandomGenerator random = new Seed(seed).generator();
            List<WeightedLayer> layers =
                    List.of(
                            conv("a", 8 * random.nextInt(1, 13)),
                            conv("b", 8 * random.nextInt(1, 13)));
            // The first differs from the others, lest all be equal.
            List<Double> wished =
                    IntStream.range(0, 5)
                            .mapToObj(i -> i == 0 ? 9.0 : random.nextInt(1, 8))
                            .toList();
            try {
                Shares.of("shares", wished).check(layers);
            } catch (InvalidOptionException e) {
                List<Double> suggested = lastList(e.getMessage());
                assertThat(Shares.of("shares", suggested).check(layers).branches())
                        .as("seed %d, %s", seed, e.getMessage())
                        .isEqualTo(5);
            }
        }
    }

    private static List<Double> lastList(String message) {
        String list = message.substring(message.lastIndexOf('[') + 1, message.lastIndexOf(']'));
        return List.of(list.split(", ")).stream().map(Double::valueOf).toList();
    }

    private static WeightedLayer conv(String name, int units) {
        return Convolution.same(name, units, 3);
    }

    private static InvalidOptionException refusal(ThrowingCallable call) {
        return catchThrowableOfType(InvalidOptionException.class, call);
    }
}
