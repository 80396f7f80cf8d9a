package dev.ramify.core;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import com.google.inject.multibindings.OptionalBinder;
import dev.ramify.core.calibration.Calibrator;
import dev.ramify.core.calibration.DefaultMetrics;
import dev.ramify.core.download.Downloader;
import dev.ramify.core.machine.MatrixProbe;
import dev.ramify.core.measure.ArrayMeasurer;
import dev.ramify.core.measure.MetricChoices;
import dev.ramify.core.measure.RecordingMeasurer;
import dev.ramify.core.pipeline.PipelineLoader;
import dev.ramify.core.pipeline.ReservedKeys;
import dev.ramify.core.pipeline.binding.Binder;
import dev.ramify.core.pipeline.binding.OptionsCheck;
import dev.ramify.core.pipeline.binding.Schemas;
import dev.ramify.core.plugin.ExtensionRegistry;
import dev.ramify.core.plugin.PluginLoader;
import dev.ramify.core.statistics.MetricEvaluator;
import dev.ramify.core.statistics.StatisticsModule;
import dev.ramify.core.study.StudyInspector;
import dev.ramify.core.study.StudyRunner;
import dev.ramify.core.telemetry.Meters;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;

/** Binds what the core consists of, each explicitly. */
public final class CoreModule extends AbstractModule {

    private final HostFolders folders;
    private final MeterRegistry meters;

    /**
     * @param folders where the program finds and keeps things
     * @param meters where meters are registered
     */
    public CoreModule(HostFolders folders, MeterRegistry meters) {
        this.folders = folders;
        this.meters = meters;
    }

    @Override
    protected void configure() {
        binder().requireExplicitBindings();
        binder().requireExactBindingAnnotations();
        binder().disableCircularProxies();
        bind(HostFolders.class).toInstance(folders);
        bind(MeterRegistry.class).toInstance(meters);
        // Eager: whoever reads the meters sees them all, at zero, from the start.
        bind(Meters.class).asEagerSingleton();
        bind(PipelineLoader.class).in(Singleton.class);
        install(new StatisticsModule());
        bind(MetricChoices.class).in(Singleton.class);
        bind(RecordingMeasurer.class).in(Singleton.class);
        bind(ArrayMeasurer.class).in(Singleton.class);
        OptionalBinder.newOptionalBinder(binder(), StudyRunner.class);
        OptionalBinder.newOptionalBinder(binder(), StudyInspector.class);
    }

    @Provides
    @Singleton
    Schemas schemas() {
        return new Schemas();
    }

    @Provides
    @Singleton
    ExtensionRegistry extensions(Schemas schemas) {
        OptionsCheck check = new OptionsCheck(schemas, new ReservedKeys(schemas)::of);
        return new PluginLoader(CoreModule.class.getClassLoader(), check).load(folders.plugins());
    }

    @Provides
    @Singleton
    Binder optionBinder(Schemas schemas, ExtensionRegistry extensions) {
        return new Binder(schemas, extensions);
    }

    @Provides
    @Singleton
    DefaultMetrics defaultMetrics(ExtensionRegistry extensions, Binder binder) {
        return DefaultMetrics.of(extensions, binder);
    }

    @Provides
    Calibrator calibrator() {
        return new Calibrator(new MetricEvaluator());
    }

    @Provides
    MatrixProbe matrixProbe() {
        return new MatrixProbe();
    }

    @Provides
    Downloader downloader() {
        return new Downloader(Duration.ofSeconds(60));
    }
}
