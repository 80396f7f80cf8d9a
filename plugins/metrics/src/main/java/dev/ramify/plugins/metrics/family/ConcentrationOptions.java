package dev.ramify.plugins.metrics.family;

import dev.ramify.api.option.Option;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How units are put into families, and what is told of their counts.
 *
 * @param families the source of families
 * @param factors the factors that count, as in {@link FamilyOptions}
 * @param floor of what a preference must explain, as in {@link FamilyOptions}
 * @param table where families are given
 * @param binomial whether binomial tails are described too
 */
public record ConcentrationOptions(
        @Option(value = FamilyOptions.FAMILIES, defaultValue = FamilyOptions.PREFERRED)
                FamilySource families,
        @Option(
                        value = FamilyOptions.FACTORS,
                        defaultValue = "[]",
                        example = FamilyOptions.FACTORS_EXAMPLE)
                List<String> factors,
        @Option(value = FamilyOptions.FLOOR, defaultValue = FamilyOptions.LOW, min = 0, max = 1)
                double floor,
        @Option(value = FamilyOptions.TABLE, example = FamilyOptions.TABLE_EXAMPLE)
                @Nullable Path table,
        @Option(
                        value =
                                "whether the tail of the binomial distribution, which published bounds rest on, is described beside the exact p",
                        defaultValue = "false")
                boolean binomial) {

    public ConcentrationOptions {
        factors = new FamilyOptions(families, factors, floor, table).factors();
    }

    /** Count families that are found in a given way. */
    public static ConcentrationOptions of(FamilyOptions options, boolean binomial) {
        return new ConcentrationOptions(
                options.families(), options.factors(), options.floor(), options.table(), binomial);
    }

    /** Return how units are put into families. */
    FamilyOptions ofFamilies() {
        return new FamilyOptions(families, factors, floor, table);
    }
}
