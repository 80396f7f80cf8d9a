package dev.ramify.plugins.metrics.family;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes tables of families. */
final class GivenFamilies {

    private GivenFamilies() {}

    /** Give unit i the i-th family; a unit with {@code -} has none. */
    static FamilyOptions options(Path folder, String... families) throws IOException {
        StringBuilder csv = new StringBuilder("layer,unit,family\n");
        for (int unit = 0; unit < families.length; unit++) {
            if (!families[unit].equals("-")) {
                csv.append("conv1,").append(unit).append(',').append(families[unit]).append('\n');
            }
        }
        return options(Files.writeString(folder.resolve("families.csv"), csv));
    }

    /** The same for {@code family-information}. */
    static InformationOptions information(Path folder, String... families) throws IOException {
        return InformationOptions.of(options(folder, families), AssociationIndex.INFORMATION);
    }

    /** The same for {@code family-concentration}. */
    static ConcentrationOptions concentration(Path folder, String... families) throws IOException {
        return ConcentrationOptions.of(options(folder, families), false);
    }

    static FamilyOptions options(Path table) {
        return new FamilyOptions(FamilySource.GIVEN, java.util.List.of(), 0, table);
    }
}
