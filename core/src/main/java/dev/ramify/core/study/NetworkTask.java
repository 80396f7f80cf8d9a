package dev.ramify.core.study;

import dev.ramify.core.pipeline.Plan.Run;
import dev.ramify.core.statistics.MetricFailedException;
import dev.ramify.core.store.AtomicFile;
import dev.ramify.core.store.DamagedFileException;
import dev.ramify.core.store.NetworkFolder;
import dev.ramify.core.study.NetworkRun.Workshop;
import dev.ramify.core.study.StateFile.Progress;
import dev.ramify.core.study.StateFile.State;
import dev.ramify.core.telemetry.Meters;
import dev.ramify.core.training.NotFiniteException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/**
 * One network of a study, from its folder's state to its results. What goes wrong with it stops no
 * other network.
 *
 * @param workshop what all networks share
 * @param run which network
 * @param data its images
 * @param folder where its results go
 * @param key digest of all that its results depend on
 * @param superseded where results go that were made from something else
 */
record NetworkTask(
        Workshop workshop,
        Run run,
        PreparedData data,
        NetworkFolder folder,
        String key,
        Path superseded) {

    /** Tell whether there is nothing left to do; where that cannot be told, there is. */
    boolean isFinished() {
        try {
            return StateFile.read(folder.state())
                    .filter(state -> state.key().equals(key))
                    .filter(state -> state.progress() == Progress.FINISHED)
                    .isPresent();
        } catch (DamagedFileException e) {
            return false;
        }
    }

    /**
     * Do what is left to do.
     *
     * @return what went wrong, in one sentence; nothing if all is well, or if the thread was
     *     interrupted
     */
    Optional<String> run(NetworkProgress progress, StudyListener listener) {
        try {
            if (isFinished()) {
                return Optional.empty();
            }
            setAside(listener);
            StateFile.write(folder.state(), new State(key, Progress.BEGUN, ""));
            train(progress);
            StateFile.write(folder.state(), new State(key, Progress.FINISHED, ""));
            return Optional.empty();
        } catch (CancellationException e) {
            return Optional.empty();
        } catch (NotFiniteException | MetricFailedException e) {
            return failed(String.valueOf(e.getMessage()), listener);
        } catch (DamagedFileException e) {
            listener.note(remedied(e));
            return Optional.of(remedied(e));
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof ClosedByInterruptException) {
                return Optional.empty();
            }
            return told(
                    e.getMessage()
                            + "; what was finished is kept, and the same command goes on from there",
                    listener);
        } catch (RuntimeException e) {
            keepTrace(e);
            return failed("stopped unexpectedly (see error.txt in its folder): " + e, listener);
        }
    }

    private void train(NetworkProgress progress) {
        try (Meters.ActiveRun active = workshop.meters().runStarted();
                NetworkRun network =
                        new NetworkRun(
                                workshop, run.variant(), run.seed(), data, folder, progress)) {
            network.run();
        }
    }

    private void setAside(StudyListener listener) {
        Optional<State> state = StateFile.read(folder.state());
        if (state.isEmpty() || state.get().key().equals(key)) {
            return;
        }
        Path to = superseded(state.get());
        try {
            Files.createDirectories(to.getParent());
            Files.move(folder.path(), to);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "the old results in %s cannot be put aside: %s".formatted(folder.path(), e), e);
        }
        listener.note(
                "%s is trained anew, for what it depends on has changed; the old results are in %s"
                        .formatted(run.name(), to));
    }

    /** Choose a place that is free: a pipeline may be changed back and forth. */
    private Path superseded(State state) {
        String name = "seed-%d-%.8s".formatted(run.seed(), state.key());
        Path variant = superseded.resolve(run.variant().name());
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
    Optional<NetworkResultsFile.Both> results() {
        if (!isFinished()) {
            return Optional.empty();
        }
        HistoryFile.read(folder.history()); // figures need it
        return Optional.of(NetworkResultsFile.read(folder));
    }

    /** Say what is damaged and how to go on. */
    String remedied(DamagedFileException damage) {
        return "%s: %s; delete the folder %s and run the same command again: this network is then trained anew, all others are kept"
                .formatted(run.name(), damage.getMessage(), folder.path());
    }

    private Optional<String> failed(String reason, StudyListener listener) {
        try {
            StateFile.write(folder.state(), new State(key, Progress.FAILED, reason));
        } catch (UncheckedIOException e) {
            return told(reason + "; nor could this be noted: " + e.getMessage(), listener);
        }
        return told(reason, listener);
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
            AtomicFile.write(folder.path().resolve("error.txt"), trace.toString());
        } catch (UncheckedIOException e) {
            failure.addSuppressed(e);
        }
    }
}
