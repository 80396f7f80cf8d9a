package dev.ramify.cli;

import com.google.inject.AbstractModule;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;

/** Binds the commands and what they share. */
final class CliModule extends AbstractModule {

    private final Console console;
    private final PrometheusMeterRegistry meters;

    CliModule(Console console, PrometheusMeterRegistry meters) {
        this.console = console;
        this.meters = meters;
    }

    @Override
    protected void configure() {
        bind(Console.class).toInstance(console);
        bind(PrometheusMeterRegistry.class).toInstance(meters);
        bind(PipelineReader.class);
        bind(RamifyCommand.class);
        bind(RunCommand.class);
        bind(MeasureCommand.class);
        bind(ValidateCommand.class);
        bind(CalibrateCommand.class);
        bind(PluginsCommand.class);
        bind(PluginsListCommand.class);
        bind(DataCommand.class);
        bind(DataGetCommand.class);
        bind(DoctorCommand.class);
        bind(DryRun.class);
        bind(PlanExplanation.class);
        bind(BenchCommand.class);
        bind(ReferenceCommand.class);
        bind(CompletionCommand.class);
    }
}
