package dev.ramify.plugins.strategies;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ramify.api.branching.BranchingStrategy;
import dev.ramify.api.option.NoOptions;
import dev.ramify.api.option.Option;
import dev.ramify.api.plugin.RamifyPlugin;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

class StrategiesPluginTests {

    @Test
    void pluginIsFoundAsAService() {
        assertThat(ServiceLoader.load(RamifyPlugin.class).stream())
                .anyMatch(provider -> provider.type().equals(StrategiesPlugin.class));
    }

    @Test
    void strategiesHaveTheIdsThatPipelinesUse() {
        assertThat(strategies())
                .extracting(BranchingStrategy::id)
                .containsExactlyInAnyOrder(
                        "none",
                        "columns",
                        "shuffled-columns",
                        "unequal-columns",
                        "inception",
                        "cardinality");
    }

    @Test
    void everyOptionIsDescribed() {
        for (BranchingStrategy<?> strategy : strategies()) {
            for (RecordComponent component : strategy.options().getRecordComponents()) {
                assertThat(component.getAnnotation(Option.class))
                        .as("%s of %s", component.getName(), strategy.id())
                        .isNotNull();
            }
        }
    }

    @Test
    void noneReturnsTheTrunk() {
        assertThat(new None().branch(Trunks.small(), new NoOptions())).isEqualTo(Trunks.small());
    }

    private static List<BranchingStrategy<?>> strategies() {
        return new StrategiesPlugin().strategies();
    }
}
