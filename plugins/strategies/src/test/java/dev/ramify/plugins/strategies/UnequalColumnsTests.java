package dev.ramify.plugins.strategies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.ramify.api.architecture.Architecture;
import dev.ramify.api.option.InvalidOptionException;
import dev.ramify.api.recording.Assignment;
import java.util.List;
import org.junit.jupiter.api.Test;

class UnequalColumnsTests {

    @Test
    void widthsAreInProportionToTheShares() {
        Architecture branched =
                new UnequalColumns().branch(Trunks.small(), options(List.of(1.0, 1.0, 2.0, 4.0)));

        assertThat(Assignment.of(branched.view("conv1")).sizes()).containsExactly(2, 2, 4, 8);
        assertThat(Assignment.of(branched.view("conv2")).sizes()).containsExactly(4, 4, 8, 16);
    }

    @Test
    void columnsSeeTheirOwnColumnAlone() {
        Architecture branched =
                new UnequalColumns().branch(Trunks.small(), options(List.of(0.25, 0.75)));

        assertThat(branched.view("conv2").parts())
                .extracting(part -> part.input().channels())
                .containsExactly(4, 12);
    }

    @Test
    void equalSharesAreColumns() {
        assertThat(new UnequalColumns().branch(Trunks.small(), options(List.of(1.0, 1.0))))
                .isEqualTo(
                        new Columns()
                                .branch(
                                        Trunks.small(),
                                        new ColumnsOptions(2, "conv1", "relu2", 1)));
    }

    @Test
    void sharesThatDoNotFitAreToldWhatWould() {
        InvalidOptionException thrown =
                catchThrowableOfType(
                        InvalidOptionException.class,
                        () ->
                                new UnequalColumns()
                                        .branch(Trunks.small(), options(List.of(1.0, 2.0))));

        assertThat(thrown.option()).isEqualTo("shares");
        assertThat(thrown)
                .hasMessageStartingWith(
                        "shares [1, 2] do not give whole units of 'conv1' (16 units, divided [5.333, 10.67])")
                .hasMessageEndingWith("the nearest shares that fit all layers: [5, 11]");
    }

    private static UnequalColumnsOptions options(List<Double> shares) {
        return new UnequalColumnsOptions(shares, "conv1", "relu2", 1);
    }
}
