package dev.ramify.core.study;

import dev.ramify.core.network.NetworkReuse;
import dev.ramify.core.network.NetworkStages;
import dev.ramify.core.network.NetworkStages.Workshop;
import dev.ramify.core.network.OpenedData;
import dev.ramify.core.pipeline.Plan.Run;
import dev.ramify.core.pipeline.ResolvedPipeline;
import dev.ramify.core.store.DamagedFileException;
import dev.ramify.core.store.KeyedFolder;
import dev.ramify.core.store.RunDirectory;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/** Compares the keys of all stages with those in the run directory. Thread-safe. */
public final class ReuseInspector implements StudyInspector {

    private final Workshops workshops;

    @Inject
    ReuseInspector(Workshops workshops) {
        this.workshops = workshops;
    }

    @Override
    public List<NetworkReuse> inspect(ResolvedPipeline pipeline, RunOptions options) {
        Workshop workshop = workshops.of(pipeline, 1);
        List<NetworkReuse> found = new ArrayList<>();
        if (!Files.isDirectory(options.directory())) {
            pipeline.plan()
                    .runs()
                    .forEach(run -> found.add(NetworkReuse.nothing(workshop.metrics())));
            return found;
        }
        try (OpenedData data = OpenedData.open(pipeline, options.cache())) {
            for (Run run : pipeline.plan().runs()) {
                KeyedFolder folder =
                        KeyedFolder.look(
                                RunDirectory.network(
                                                options.directory(),
                                                run.variant().name(),
                                                run.seed())
                                        .path());
                found.add(
                        reuse(
                                new NetworkStages(workshop, run, data.of(run.variant()), folder),
                                workshop));
            }
        }
        return found;
    }

    private static NetworkReuse reuse(NetworkStages stages, Workshop workshop) {
        try {
            return stages.reuse();
        } catch (DamagedFileException e) {
            return NetworkReuse.nothing(workshop.metrics());
        }
    }
}
