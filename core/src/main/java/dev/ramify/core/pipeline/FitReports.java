package dev.ramify.core.pipeline;

import dev.ramify.api.architecture.ArchitectureException;
import dev.ramify.api.option.InvalidOptionException;
import dev.ramify.core.pipeline.binding.Binding;
import dev.ramify.core.pipeline.binding.Names;
import dev.ramify.core.pipeline.binding.Paths;
import dev.ramify.core.problem.Location;
import dev.ramify.core.problem.Problem;
import dev.ramify.core.problem.ProblemCode;
import java.nio.file.InvalidPathException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Turns what extensions and networks refuse into problems in their places. */
final class FitReports {

    private final Binding<?> binding;
    private final List<Problem> problems = new ArrayList<>();
    private final List<Problem> notes = new ArrayList<>();

    FitReports(Binding<?> binding) {
        this.binding = binding;
    }

    List<Problem> problems() {
        return problems;
    }

    /** Return what does not stop a study, but should be known before it. */
    List<Problem> notes() {
        return notes;
    }

    void note(Location where, String message) {
        Problem note = new Problem(ProblemCode.WORTH_KNOWING, where, message, "");
        if (!notes.contains(note)) {
            notes.add(note);
        }
    }

    /**
     * Try something that may be refused.
     *
     * @param path path of the map whose options it takes
     * @param fallback path to blame where no option is to blame
     * @param what what is tried, for messages
     */
    <T> Optional<T> attempt(String path, String fallback, String what, Supplier<T> action) {
        try {
            return Optional.of(action.get());
        } catch (InvalidOptionException e) {
            refuse(path, e);
        } catch (ArchitectureException e) {
            e.problems()
                    .forEach(
                            p ->
                                    report(
                                            ProblemCode.DOES_NOT_FIT,
                                            layerPlace(p.path())
                                                    .orElseGet(() -> binding.place(fallback)),
                                            "the network does not fit together: " + p));
        } catch (IllegalArgumentException e) {
            report(
                    ProblemCode.DOES_NOT_FIT,
                    binding.place(fallback),
                    "%s refuses: %s".formatted(what, e.getMessage()));
        } catch (RuntimeException | LinkageError e) {
            blame(fallback, what, e);
        }
        return Optional.empty();
    }

    /**
     * Report what no option can be blamed for.
     *
     * @throws UnsatisfiedLinkError if native libraries did not load, which no plugin is to blame
     *     for
     */
    void blame(String path, String what, Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnsatisfiedLinkError natives) {
                throw natives;
            }
        }
        if (failure instanceof InvalidPathException unmappable) {
            report(
                    new Problem(
                            ProblemCode.INVALID_VALUE,
                            binding.place(path),
                            "%s needs the path `%s`, which this locale cannot write"
                                    .formatted(what, unmappable.getInput()),
                            "set LC_ALL=C.UTF-8"));
            return;
        }
        report(
                new Problem(
                        ProblemCode.BROKEN_PLUGIN,
                        binding.place(path),
                        "%s failed: %s"
                                .formatted(
                                        what,
                                        failure.getMessage() == null
                                                ? failure.getClass().getSimpleName()
                                                : failure.getMessage()),
                        "a defect of its plugin"));
    }

    /** Report an option that does not fit. */
    void refuse(String path, InvalidOptionException e) {
        String at = Paths.key(path, Names.kebab(e.option()));
        report(
                ProblemCode.INVALID_VALUE,
                binding.place(at),
                "`%s`: %s".formatted(at, e.getMessage()));
    }

    void report(ProblemCode code, Location where, String message) {
        report(new Problem(code, where, message, ""));
    }

    void report(Problem problem) {
        if (!problems.contains(problem)) {
            problems.add(problem);
        }
    }

    /** Find where the pipeline itself writes a layer, by the name that the layer has. */
    private Optional<Location> layerPlace(String layerPath) {
        return binding.parts().entrySet().stream()
                .filter(part -> part.getKey().startsWith("trunk.layers["))
                .filter(part -> part.getKey().endsWith(".name"))
                .filter(part -> ("/" + layerPath).endsWith("/" + part.getValue()))
                .max(Comparator.comparing(part -> part.getValue().toString().length()))
                .map(part -> binding.place(part.getKey()));
    }
}
