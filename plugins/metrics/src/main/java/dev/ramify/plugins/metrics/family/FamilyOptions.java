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
        @Option(
                        value =
                                "how units are put into families: preferred-factor, preferred-level, preferred-class or given",
                        defaultValue = "preferred-factor")
                FamilySource families,
        @Option(
                        value = "factors of the dataset that count; all of them if empty",
                        defaultValue = "[]",
                        example = "[colour, frequency]")
                List<String> factors,
        @Option(
                        value =
                                "least share of a unit's variance (omega squared) that what it prefers must explain in each half of the samples",
                        defaultValue = "0.01",
                        min = 0,
                        max = 1)
                double floor,
        @Option(
                        value = "CSV file with columns layer, unit and family, for families: given",
                        example = "families.csv")
                @Nullable Path table) {

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
