package dev.ramify.core.study;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import com.google.inject.multibindings.OptionalBinder;
import dev.ramify.core.engine.Engine;
import dev.ramify.core.engine.KernelSelection;
import dev.ramify.core.engine.kernels.Kernels;
import dev.ramify.core.rendering.RenderingModule;
import dev.ramify.core.statistics.StatisticsModule;

/** Binds what runs studies. */
public final class StudyModule extends AbstractModule {

    @Override
    protected void configure() {
        install(new StatisticsModule());
        install(new RenderingModule());
        bind(Engine.class).in(Singleton.class);
        bind(Concluder.class).in(Singleton.class);
        bind(Workshops.class).in(Singleton.class);
        bind(StudyReport.Renderers.class);
        bind(LocalStudyRunner.class).in(Singleton.class);
        OptionalBinder.newOptionalBinder(binder(), StudyRunner.class)
                .setBinding()
                .to(LocalStudyRunner.class);
        OptionalBinder.newOptionalBinder(binder(), StudyInspector.class)
                .setBinding()
                .to(ReuseInspector.class);
        bind(ReuseInspector.class).in(Singleton.class);
    }

    @Provides
    @Singleton
    Kernels kernels() {
        return KernelSelection.choose();
    }
}
