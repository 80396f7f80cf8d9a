package dev.ramify.core.testing;

import dev.ramify.api.data.DataException;
import dev.ramify.api.data.Dataset;
import dev.ramify.api.data.DatasetContext;
import dev.ramify.api.data.DatasetProvider;
import dev.ramify.api.option.NoOptions;

/** A dataset whose file is never there. */
final class MissingProvider implements DatasetProvider<NoOptions> {

    @Override
    public String id() {
        return "missing";
    }

    @Override
    public String summary() {
        return "Never there.";
    }

    @Override
    public Class<NoOptions> options() {
        return NoOptions.class;
    }

    @Override
    public Dataset open(NoOptions options, DatasetContext context) {
        throw new DataException("data.bin", "there is no such file", "put it there");
    }
}
