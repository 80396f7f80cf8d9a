package dev.ramify.plugins.datasets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ramify.api.data.DatasetProvider;
import dev.ramify.api.option.Option;
import dev.ramify.api.plugin.RamifyPlugin;
import java.util.Arrays;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

class DatasetsPluginTests {

    private final List<DatasetProvider<?>> providers = new DatasetsPlugin().datasets();

    @Test
    void isFoundByTheServiceLoader() {
        assertThat(ServiceLoader.load(RamifyPlugin.class))
                .anySatisfy(plugin -> assertThat(plugin).isInstanceOf(DatasetsPlugin.class));
    }

    @Test
    void offersEveryDatasetUnderItsId() {
        assertThat(providers)
                .extracting(DatasetProvider::id)
                .containsExactly("cifar10", "cifar100", "gratings", "idx", "images");
    }

    @Test
    void describesEveryOption() {
        assertThat(providers)
                .flatExtracting(p -> Arrays.asList(p.options().getRecordComponents()))
                .allSatisfy(
                        component -> {
                            Option option = component.getAnnotation(Option.class);
                            assertThat(option).as(component.toString()).isNotNull();
                            assertThat(option.value()).isNotBlank().doesNotEndWith(".");
                        });
    }

    @Test
    void summarisesEveryDatasetInOneSentence() {
        assertThat(providers)
                .extracting(DatasetProvider::summary)
                .allSatisfy(summary -> assertThat(summary).isNotBlank().doesNotContain("\n"));
    }
}
