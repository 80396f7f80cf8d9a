package dev.ramify.core.study;

import dev.ramify.core.measure.MeasuredNetwork;
import dev.ramify.core.network.NetworkProgress;
import dev.ramify.core.network.NetworkStages;
import dev.ramify.core.network.NetworkStages.Workshop;
import dev.ramify.core.network.PreparedData;
import dev.ramify.core.pipeline.Plan.Run;
import dev.ramify.core.store.AtomicFile;
import dev.ramify.core.store.DamagedFileException;
import dev.ramify.core.store.KeyedFolder;
import dev.ramify.core.store.NetworkFolder;
import dev.ramify.core.store.RunDirectory;
import dev.ramify.core.telemetry.Meters;
import dev.ramify.core.training.NotFiniteException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;

/**
 * One network of a study, from what its folder holds to its results. What goes wrong with it stops
 * no other network.
 *
 * @param workshop what all networks share
 * @param run which network
 * @param data its images
 * @param directory where its results go
 */
record NetworkTask(Workshop workshop, Run run, PreparedData data, RunDirectory directory) {

    private static final String TRACE = "error.txt";

    /** Tell whether there is nothing left to do; where that cannot be told, there is. */
    boolean isFinished() {
        try {
            return stages(KeyedFolder.look(folder().path())).isDone();
        } catch (DamagedFileException | UncheckedIOException e) {
            return false;
        }
    }

    /** Return what its parameters are made from, as a digest. */
    String trajectory() {
        return stages(KeyedFolder.look(folder().path())).trajectory();
    }

    private NetworkFolder folder() {
        return directory.network(run.variant().name(), run.seed());
    }

    private NetworkStages stages(KeyedFolder folder) {
        return new NetworkStages(workshop, run, data, folder);
    }

    /**
     * Do what is left to do.
     *
     * @return what went wrong, in one sentence; nothing if all is well, or if the thread was
     *     interrupted
     */
    @SuppressWarnings("try") // the network counts as long as it is worked on
    Optional<String> run(NetworkProgress progress, StudyListener listener) {
        try (Meters.ActiveRun active = workshop.meters().runStarted()) {
            stages(prepare(listener)).run(progress);
            return Optional.empty();
        } catch (CancellationException e) {
            return Optional.empty();
        } catch (NotFiniteException e) {
            return told(String.valueOf(e.getMessage()), listener);
        } catch (DamagedFileException e) {
            return told(
                    e.getMessage()
                            + ": it was changed while the study ran; run the same command again,"
                            + " and it is made anew",
                    listener);
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof ClosedByInterruptException) {
                return Optional.empty();
            }
            return told(
                    e.getMessage()
                            + "; what was finished is kept, and the same command goes on from"
                            + " there",
                    listener);
        } catch (RuntimeException e) {
            keepTrace(e);
            return told("stopped unexpectedly (see error.txt in its folder): " + e, listener);
        }
    }

    /** Open the folder; put aside what is of another network, and forget what is damaged. */
    private KeyedFolder prepare(StudyListener listener) {
        KeyedFolder folder = directory.open(folder());
        if (folder.damage().isPresent()) {
            setAside("unknown");
            listener.note(
                    "%s is made anew, for %s; what was in its folder is in %s"
                            .formatted(run.name(), folder.damage().get(), directory.superseded()));
            return directory.open(folder());
        }
        if (folder.isUnknown() && holdsFiles()) {
            setAside("unknown");
            listener.note(
                    "%s begins anew, for nothing says what the files in its folder were made from; they are in %s"
                            .formatted(run.name(), directory.superseded()));
            return directory.open(folder());
        }
        if (stages(folder).isOfAnother()) {
            Path to = setAside(folder.key(NetworkFolder.HISTORY).orElse("unknown"));
            listener.note(
                    "%s is trained anew, for what it depends on has changed; the old results are in %s"
                            .formatted(run.name(), to));
            return directory.open(folder());
        }
        forgetDamaged(folder, listener);
        return folder;
    }

    private boolean holdsFiles() {
        Path path = folder().path();
        if (!Files.isDirectory(path)) {
            return false;
        }
        try (Stream<Path> files = Files.walk(path)) {
            return files.filter(Files::isRegularFile).anyMatch(file -> !file.endsWith(TRACE));
        } catch (IOException e) {
            throw new UncheckedIOException("%s cannot be read: %s".formatted(path, e), e);
        }
    }

    private void forgetDamaged(KeyedFolder folder, StudyListener listener) {
        List<String> damaged =
                folder.names().stream().filter(name -> !folder.isIntact(name)).toList();
        if (!damaged.isEmpty()) {
            folder.remove(damaged);
            listener.note(
                    "%s: %s no longer held what was written; that is made anew where it is needed"
                            .formatted(run.name(), String.join(", ", damaged)));
        }
    }

    private Path setAside(String key) {
        Path to = superseded(key);
        try {
            directory.requireInPlace();
            Files.createDirectories(to.getParent());
            Files.move(folder().path(), to);
            return to;
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "the old results in %s cannot be put aside: %s".formatted(folder().path(), e),
                    e);
        }
    }

    /** Choose a place that is free: a pipeline may be changed back and forth. */
    private Path superseded(String key) {
        String name = "seed-%d-%.8s".formatted(run.seed(), key);
        Path variant = directory.superseded().resolve(run.variant().name());
        Path free = variant.resolve(name);
        for (int i = 2; Files.exists(free); i++) {
            free = variant.resolve(name + "-" + i);
        }
        return free;
    }

    /**
     * Return what was measured, if that is finished.
     *
     * @throws DamagedFileException if what was written is not there any more
     */
    Optional<MeasuredNetwork> results() {
        KeyedFolder folder = KeyedFolder.look(folder().path());
        NetworkStages stages = stages(folder);
        return stages.isMeasured() ? Optional.of(stages.results()) : Optional.empty();
    }

    private Optional<String> told(String reason, StudyListener listener) {
        String line = run.name() + ": " + reason;
        listener.note(line);
        return Optional.of(line);
    }

    private void keepTrace(RuntimeException failure) {
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));
        try {
            AtomicFile.write(folder().path().resolve(TRACE), trace.toString());
        } catch (UncheckedIOException e) {
            failure.addSuppressed(e);
        }
    }
}
