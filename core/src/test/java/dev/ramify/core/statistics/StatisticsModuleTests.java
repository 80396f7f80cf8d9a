package dev.ramify.core.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.Binder;
import com.google.inject.Guice;
import com.google.inject.Injector;
import org.junit.jupiter.api.Test;

class StatisticsModuleTests {

    @Test
    void theServiceIsInjectedWithExplicitBindings() {
        Injector injector =
                Guice.createInjector(Binder::requireExplicitBindings, new StatisticsModule());
        assertThat(injector.getInstance(MetricEvaluator.class)).isNotNull();
        assertThat(injector.getInstance(SeedSummaries.class)).isNotNull();
        assertThat(injector.getInstance(StudyCorrection.class)).isNotNull();
        assertThat(injector.getInstance(Inference.class)).isNotNull();
    }
}
