package dev.ramify.api.data;

import dev.ramify.api.random.Seed;
import java.nio.file.Path;
import org.apiguardian.api.API;

/**
 * What a provider may use while it opens a dataset.
 *
 * @param cache the folder where {@code data get} puts downloads by default; may not exist
 * @param seed the source of splits and of generated images; the same for all runs of a study
 * @since 0.1
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record DatasetContext(Path cache, Seed seed) {}
