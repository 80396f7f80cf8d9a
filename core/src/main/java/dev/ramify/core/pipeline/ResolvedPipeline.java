package dev.ramify.core.pipeline;

import dev.ramify.api.random.Seed;
import dev.ramify.core.pipeline.spec.PipelineSpec;
import dev.ramify.core.problem.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A pipeline that is sound in itself and fits its data, with all defaults filled in.
 *
 * @param file where it was read
 * @param spec what it says
 * @param plan what follows from it
 * @param canonical the same as text, whatever the file looked like: for provenance and hashing
 * @param notes what does not stop the study, but should be known before it
 */
public record ResolvedPipeline(
        Path file, PipelineSpec spec, Plan plan, CanonicalPipeline canonical, List<Problem> notes) {

    public ResolvedPipeline {
        notes = List.copyOf(notes);
    }

    /**
     * The source of splits and generated images: the same in all studies, so that variants, seeds
     * and studies share their images.
     */
    public static final Seed DATA_SEED = new Seed(0).derive("data");

    /** Return the folder of the file, which paths inside it are written relative to. */
    public Path folder() {
        return Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(file);
    }
}
