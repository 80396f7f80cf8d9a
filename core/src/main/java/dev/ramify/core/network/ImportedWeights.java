package dev.ramify.core.network;

import dev.ramify.api.architecture.Architecture;
import dev.ramify.api.data.DataException;
import dev.ramify.api.random.Seed;
import dev.ramify.core.digest.Sha256;
import dev.ramify.core.engine.Engine;
import dev.ramify.core.engine.plan.LogicalOrder.Named;
import dev.ramify.core.store.CheckpointFile;
import dev.ramify.core.store.DamagedFileException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Parameters from a file that somebody else wrote: an {@code .npz} with one array per parameter,
 * named and shaped as in {@code weights.npz} of a run.
 *
 * @param engine knows which parameters a network has
 * @param architecture of the network
 * @param file the arrays
 */
public record ImportedWeights(Engine engine, Architecture architecture, Path file)
        implements WeightSource {

    /**
     * {@inheritDoc}
     *
     * @throws DataException if the file cannot be read
     */
    @Override
    public String digest() {
        try {
            return Sha256.of(file);
        } catch (IOException e) {
            throw refused(List.of("cannot be read: " + e.getMessage()));
        }
    }

    /**
     * {@inheritDoc}
     *
     * @throws DataException naming every parameter that is missing or of another shape, and every
     *     array that is none
     */
    @Override
    public Map<String, Named> read() {
        Map<String, Named> found;
        try {
            found = CheckpointFile.readWeights(file);
        } catch (DamagedFileException e) {
            throw refused(List.of(String.valueOf(e.getMessage())));
        }
        Map<String, Named> wanted = engine.initialWeights(architecture, new Seed(0), 1);
        List<String> reasons = new ArrayList<>();
        Map<String, Named> taken = new LinkedHashMap<>();
        wanted.forEach(
                (name, named) -> {
                    Named given = found.get(name);
                    if (given == null || !given.shape().equals(named.shape())) {
                        reasons.add(
                                "the parameter '%s' should be of shape %s, found %s"
                                        .formatted(
                                                name,
                                                named.shape().sizes(),
                                                given == null ? "nothing" : given.shape().sizes()));
                    } else {
                        taken.put(name, given);
                    }
                });
        found.keySet().stream()
                .filter(name -> !wanted.containsKey(name))
                .forEach(name -> reasons.add("the network has no parameter '" + name + "'"));
        if (!reasons.isEmpty()) {
            throw refused(reasons);
        }
        return taken;
    }

    private DataException refused(List<String> reasons) {
        return new DataException(
                reasons.stream()
                        .map(
                                reason ->
                                        new DataException.Problem(
                                                file.toString(),
                                                reason,
                                                "name and shape arrays as in weights.npz of a run"))
                        .toList());
    }
}
