package dev.ramify.core.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.ramify.api.architecture.Architecture;
import dev.ramify.api.architecture.Convolution;
import dev.ramify.api.architecture.Dense;
import dev.ramify.api.architecture.GlobalAveragePooling;
import dev.ramify.api.architecture.Shape;
import dev.ramify.core.engine.KernelSelection;
import dev.ramify.core.engine.graph.GraphBuilder;
import dev.ramify.core.engine.graph.Observation;
import dev.ramify.core.engine.graph.Purpose;
import dev.ramify.core.machine.Crew;
import dev.ramify.core.machine.ResidentMemory;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlansTests {

    private static final Architecture NETWORK =
            new Architecture(
                    "small",
                    new Shape(3, 8, 8),
                    List.of(
                            Convolution.same("conv", 16, 3),
                            new GlobalAveragePooling("average"),
                            new Dense("logits", 3, true)));

    private static Plans plans(Crew crew) {
        return plans(NETWORK, crew);
    }

    private static Plans plans(Architecture architecture, Crew crew) {
        return new Plans(
                GraphBuilder.build(architecture, Observation.NONE, Purpose.TRAINING),
                KernelSelection.choose(),
                Purpose.TRAINING,
                40,
                crew);
    }

    @Test
    void onlyTheSizesUsedLastAreKept() {
        try (Crew crew = new Crew(1, thread -> {});
                Plans plans = plans(crew)) {
            for (int samples : new int[] {1, 2, 3, 40, 5, 40, 6}) {
                assertThat(plans.of(samples).samples()).isEqualTo(samples);
            }

            assertThat(plans.sizes()).containsExactly(3, 5, 40, 6);
        }
    }

    @Test
    void aPlanThatIsKeptIsNotMadeAgain() {
        try (Crew crew = new Crew(1, thread -> {});
                Plans plans = plans(crew)) {
            assertThat(plans.of(7)).isSameAs(plans.of(7));
        }
    }

    @Test
    void bytesStayBoundedWhateverTheSizes() {
        try (Crew crew = new Crew(1, thread -> {});
                Plans plans = plans(crew)) {
            long full = plans.bytes();
            for (int samples = 1; samples <= 30; samples++) {
                plans.of(samples);
            }

            assertThat(plans.bytes()).isLessThan(Plans.MOST * full);
        }
    }

    /** The garbage collector sees little of what lies outside the heap. */
    @Test
    void whatIsClosedGivesItsMemoryBackAtOnce() {
        assumeTrue(ResidentMemory.now().isPresent(), "the system does not tell resident memory");
        Architecture large =
                new Architecture(
                        "large",
                        new Shape(3, 64, 64),
                        List.of(
                                Convolution.same("conv", 16, 3),
                                new GlobalAveragePooling("average"),
                                new Dense("logits", 3, true)));
        long most = 0;
        long all = 0;
        long before = ResidentMemory.now().getAsLong();
        try (Crew crew = new Crew(1, thread -> {})) {
            for (int round = 0; round < 40; round++) {
                try (Plans plans = plans(large, crew)) {
                    all += plans.bytes();
                    most = Math.max(most, ResidentMemory.now().getAsLong() - before);
                }
            }
        }

        assertThat(most).isLessThan(all / 4);
    }
}
