package dev.ramify.core.statistics;

import com.google.inject.AbstractModule;
import com.google.inject.Scopes;

/** Binds the statistics service. */
public final class StatisticsModule extends AbstractModule {

    @Override
    protected void configure() {
        bind(MetricEvaluator.class).in(Scopes.SINGLETON);
        bind(StudyEvaluator.class).in(Scopes.SINGLETON);
        bind(SeedSummaries.class).in(Scopes.SINGLETON);
        bind(StudyCorrection.class).in(Scopes.SINGLETON);
        bind(Inference.class).in(Scopes.SINGLETON);
    }
}
