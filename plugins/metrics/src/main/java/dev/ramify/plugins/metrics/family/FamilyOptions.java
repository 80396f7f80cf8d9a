package dev.ramify.plugins.metrics.family;

import dev.ramify.api.option.InvalidOptionException;
import dev.ramify.api.option.Option;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How units are put into families.
 *
 * @param families the source of families
 * @param factors the factors that count, for the two preferences that rest on factors
 * @param floor how much of a unit's variance what it prefers must explain, as omega squared, in
 *     each half of the samples
 * @param table where families are given
 */
public record FamilyOptions(
        @Option(value = FAMILIES, defaultValue = PREFERRED) FamilySource families,
        @Option(value = FACTORS, defaultValue = "[]", example = FACTORS_EXAMPLE)
                List<String> factors,
        @Option(value = FLOOR, defaultValue = LOW, min = 0, max = 1) double floor,
        @Option(value = TABLE, example = TABLE_EXAMPLE) @Nullable Path table) {

    // For metrics that have options of their own beside these.
    static final String FAMILIES =
            "how units are put into families: preferred-factor, preferred-level, preferred-class or given";
    static final String PREFERRED = "preferred-factor";
    static final String FACTORS = "factors of the dataset that count; all of them if empty";
    static final String FACTORS_EXAMPLE = "[colour, frequency]";
    static final String FLOOR =
            "least share of a unit's variance (omega squared) that what it prefers must explain in each half of the samples";
    static final String LOW = "0.01";
    static final String TABLE = "CSV file with columns layer, unit and family, for families: given";
    static final String TABLE_EXAMPLE = "families.csv";

    public FamilyOptions {
        factors = List.copyOf(factors);
        if (families == FamilySource.GIVEN && table == null) {
            throw new InvalidOptionException(
                    "table", "families: given needs the CSV file with the families");
        }
        if (families != FamilySource.GIVEN && table != null) {
            throw new InvalidOptionException(
                    "table", "a table of families is read only with families: given");
        }
    }

    /** Take families from preferred factors. */
    static FamilyOptions preferring(FamilySource source) {
        return new FamilyOptions(source, List.of(), 0.01, null);
    }
}
