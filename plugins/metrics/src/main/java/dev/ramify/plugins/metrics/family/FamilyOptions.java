package dev.ramify.plugins.metrics.family;

import dev.ramify.api.metric.Outlook;
import dev.ramify.api.option.InvalidOptionException;
import dev.ramify.api.option.Option;
import dev.ramify.plugins.metrics.samples.Grouping;
import dev.ramify.plugins.metrics.samples.LiveUnits;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
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
            "how units are put into families: preferred-factor, preferred-level, preferred-class or given; preferred takes the factor, or the class where the data have fewer than two factors";
    static final String PREFERRED = "preferred";
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

    /** Say what {@link FamilySource#PREFERRED} stands for where so many factors are known. */
    FamilySource source(int knownFactors) {
        if (families != FamilySource.PREFERRED) {
            return families;
        }
        return knownFactors >= 2 || !factors.isEmpty()
                ? FamilySource.PREFERRED_FACTOR
                : FamilySource.PREFERRED_CLASS;
    }

    /** Say what speaks against finding families, before there are any samples. */
    Optional<String> obstacle(Outlook outlook) {
        String instead = "families: preferred-class or given";
        Optional<String> lack =
                switch (source(outlook.factors().size())) {
                    case GIVEN -> lackOfTable(outlook);
                    case PREFERRED_CLASS -> Grouping.lackOfClasses(outlook);
                    case PREFERRED_LEVEL -> Grouping.lackOfFactors(outlook, factors, 1, instead);
                    case PREFERRED, PREFERRED_FACTOR ->
                            Grouping.lackOfFactors(outlook, factors, 2, instead);
                };
        return lack.or(() -> lackOfSamples(outlook));
    }

    private Optional<String> lackOfTable(Outlook outlook) {
        FamilyTable.read(Objects.requireNonNull(table))
                .familiesOf(outlook.layer(), outlook.units());
        return Optional.empty();
    }

    /** Each half of the samples needs more of them than there are groups. */
    private Optional<String> lackOfSamples(Outlook outlook) {
        int groups =
                switch (source(outlook.factors().size())) {
                    case GIVEN -> 0;
                    case PREFERRED_CLASS -> outlook.classes().size();
                    default -> mostLevels(outlook);
                };
        return groups == 0 ? Optional.empty() : LiveUnits.lackOfSamples(outlook, 2 * (groups + 1));
    }

    private int mostLevels(Outlook outlook) {
        return outlook.factors().stream()
                .filter(factor -> factors.isEmpty() || factors.contains(factor.name()))
                .mapToInt(factor -> factor.levels().size())
                .max()
                .orElse(0);
    }

    /** Take families from preferred factors. */
    static FamilyOptions preferring(FamilySource source) {
        return new FamilyOptions(source, List.of(), 0.01, null);
    }
}
