package dev.ramify.core.study;

import com.google.inject.AbstractModule;
import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.util.Modules;
import dev.ramify.core.CoreModule;
import dev.ramify.core.HostFolders;
import dev.ramify.core.machine.Workers;
import dev.ramify.core.network.NetworkReuse;
import dev.ramify.core.pipeline.InvalidPipelineException;
import dev.ramify.core.pipeline.PipelineLoader;
import dev.ramify.core.pipeline.ResolvedPipeline;
import dev.ramify.core.plugin.ExtensionRegistry;
import dev.ramify.core.testing.FakePlugin;
import dev.ramify.core.testing.FakePlugins;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/** Runs small studies with the fake plugins in a folder. */
final class Studies {

    static final String SMALL =
            """
            name: small
            dataset: {type: dots, size: 8, images: 48, pattern: true}
            input: {standardize: false}
            trunk: {preset: small-cnn, kernel: 3, filters: [4, 4, 4]}
            variants:
              - {name: halves, strategy: split, branches: 2}
              - {name: whole, role: control, strategy: none, branches-of: halves}
            training: {epochs: 3, batch: 8, optimizer: {type: sgd, rate: 0.1, momentum: 0.9}}
            seeds: [1, 2]
            metrics:
              - {metric: purity, least: 0.1, every-epoch: true}
            visualizers: [blank]
            """;

    /** How often the metric {@code counted} was prepared. */
    final AtomicInteger counted = new AtomicInteger();

    /** Whether the metric {@code counted} throws. */
    final AtomicBoolean broken = new AtomicBoolean();

    private final Path folder;
    private final Injector injector;

    /** What was said while a study ran. */
    final List<String> notes = Collections.synchronizedList(new ArrayList<>());

    Studies(Path folder) {
        this.folder = folder;
        this.injector =
                Guice.createInjector(
                        Modules.override(
                                        new CoreModule(
                                                new HostFolders(List.of(), folder),
                                                new SimpleMeterRegistry()),
                                        new StudyModule())
                                .with(
                                        new AbstractModule() {
                                            @Override
                                            protected void configure() {
                                                bind(ExtensionRegistry.class)
                                                        .toInstance(registry());
                                            }
                                        }));
    }

    /** The fake plugins and one more, with the metric {@code counted}. */
    ExtensionRegistry registry() {
        return new ExtensionRegistry(
                List.of(
                        FakePlugins.loaded(new FakePlugin(), "fake.jar"),
                        FakePlugins.loaded(new CountedPlugin(counted, broken), "counted.jar")),
                List.of());
    }

    <T> T get(Class<T> type) {
        return injector.getInstance(type);
    }

    ResolvedPipeline pipeline(String text) {
        try {
            Path file = Files.writeString(folder.resolve("pipeline.yaml"), text);
            return injector.getInstance(PipelineLoader.class).load(file, List.of(), folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InvalidPipelineException e) {
            throw new AssertionError(e.problems().toString(), e);
        }
    }

    List<NetworkReuse> inspect(String text, RunOptions options) {
        return injector.getInstance(StudyInspector.class).inspect(pipeline(text), options);
    }

    StudyOutcome run(String text, Path directory) throws InterruptedException {
        return run(text, directory, 2, (done, status) -> {});
    }

    StudyOutcome run(String text, Path directory, int threads, BiConsumer<Double, String> progress)
            throws InterruptedException {
        notes.clear();
        StudyListener listener =
                new StudyListener() {
                    @Override
                    public void progress(double done, String status) {
                        progress.accept(done, status);
                    }

                    @Override
                    public void note(String line) {
                        notes.add(line);
                    }
                };
        try (Workers workers = Workers.of(threads)) {
            return injector.getInstance(StudyRunner.class)
                    .run(pipeline(text), new RunOptions(directory, folder, workers), listener);
        }
    }

    /**
     * Return what the files of a run directory hold, by name; the lock and old results left out.
     */
    static TreeMap<String, byte[]> contents(Path directory) {
        TreeMap<String, byte[]> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = directory.relativize(file).toString();
                if (!name.equals(".lock") && !name.startsWith("superseded")) {
                    contents.put(name, Files.readAllBytes(file));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return contents;
    }
}
