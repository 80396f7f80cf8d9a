package dev.ramify.core.study;

import dev.ramify.core.pipeline.Plan.Run;
import dev.ramify.core.statistics.MetricFailedException;
import dev.ramify.core.store.AtomicFile;
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

    /** Tell whether there is nothing left to do. */
    boolean isFinished() {
        return StateFile.read(folder.state())
                .filter(state -> state.key().equals(key))
                .filter(state -> state.progress() == Progress.FINISHED)
                .isPresent();
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
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof ClosedByInterruptException) {
                return Optional.empty();
            }
            return told("could not be written: " + e.getCause(), listener);
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
        Path to =
                superseded
                        .resolve(run.variant().name())
                        .resolve("seed-" + run.seed() + "-" + state.get().key().substring(0, 8));
        try {
            Files.createDirectories(to.getParent());
            Files.move(folder.path(), to);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        listener.note(
                "%s is trained anew, for what it depends on has changed; the old results are in %s"
                        .formatted(run.name(), to));
    }

    private Optional<String> failed(String reason, StudyListener listener) {
        try {
            StateFile.write(folder.state(), new State(key, Progress.FAILED, reason));
        } catch (UncheckedIOException e) {
            return told(reason + "; nor could this be written: " + e.getCause(), listener);
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
