package dev.ramify.api.data;

import dev.ramify.api.plugin.Extension;
import java.util.List;
import org.apiguardian.api.API;

/**
 * Opens a kind of dataset: from files, or by generating images from a seed.
 *
 * @param <O> the record of its options
 * @since 0.1
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public interface DatasetProvider<O extends Record> extends Extension<O> {

    /**
     * Open the dataset, checking that files are complete and sound.
     *
     * @throws DataException if a file is missing, truncated or corrupt; it names all such files
     * @throws dev.ramify.api.option.InvalidOptionException if an option does not fit the data
     */
    Dataset open(O options, DatasetContext context);

    /**
     * List what {@code data get} fetches to make {@link #open} work; empty where nothing is needed.
     */
    default List<Download> downloads() {
        return List.of();
    }
}
