package dev.ramify.core.pipeline.spec;

import dev.ramify.api.data.Dataset;
import dev.ramify.api.data.DatasetContext;
import dev.ramify.api.data.DatasetProvider;
import dev.ramify.api.option.Option;
import dev.ramify.core.pipeline.binding.Chosen;
import dev.ramify.core.pipeline.binding.ChosenBy;
import dev.ramify.core.pipeline.binding.Inline;

/** Where images come from: {@code {type: gratings, ...options of that dataset}}. */
public record DatasetSpec(
        @Option("the dataset") @Inline @ChosenBy("type") Chosen<DatasetProvider<?>> provider) {

    /**
     * Open the dataset.
     *
     * @throws dev.ramify.api.data.DataException if a file is missing or unsound
     * @throws dev.ramify.api.option.InvalidOptionException if an option does not fit the data
     */
    public Dataset open(DatasetContext context) {
        return open(provider.extension(), provider.options(), context);
    }

    private static <O extends Record> Dataset open(
            DatasetProvider<O> provider, Record options, DatasetContext context) {
        return provider.open(provider.options().cast(options), context);
    }
}
