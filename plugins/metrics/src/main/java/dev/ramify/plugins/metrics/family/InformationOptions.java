package dev.ramify.plugins.metrics.family;

import dev.ramify.api.option.Option;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How units are put into families, and by what number families are compared with branches.
 *
 * @param families the source of families
 * @param factors the factors that count, as in {@link FamilyOptions}
 * @param floor of what a preference must explain, as in {@link FamilyOptions}
 * @param table where families are given
 * @param index the number
 */
public record InformationOptions(
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
                                "what is computed: information, or, to compare with other work, cramers-v (corrected for its bias) or adjusted-rand",
                        defaultValue = "information")
                AssociationIndex index) {

    public InformationOptions {
        factors = new FamilyOptions(families, factors, floor, table).factors();
    }

    /** Compare families, found in a given way, with branches. */
    public static InformationOptions of(FamilyOptions options, AssociationIndex index) {
        return new InformationOptions(
                options.families(), options.factors(), options.floor(), options.table(), index);
    }

    /** Return how units are put into families. */
    FamilyOptions ofFamilies() {
        return new FamilyOptions(families, factors, floor, table);
    }
}
