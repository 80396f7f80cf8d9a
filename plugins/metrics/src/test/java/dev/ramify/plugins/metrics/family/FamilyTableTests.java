package dev.ramify.plugins.metrics.family;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.ramify.api.option.InvalidOptionException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FamilyTableTests {

    @TempDir private Path folder;

    @Test
    void readsQuotedNamesAndColumnsInAnyOrder() throws IOException {
        Families families =
                table(
                                "family,note,unit,layer\n\"Fur, oriented\",x,2,conv1\nLines,,0,conv1\nLines,,1,conv2\n")
                        .familiesOf("conv1", 3);
        assertThat(families.names()).containsExactly("Fur, oriented", "Lines");
        assertThat(families.familyOf()).containsExactly(1, Families.NONE, 0);
    }

    @Test
    void namesMissingColumns() {
        assertThatExceptionOfType(InvalidOptionException.class)
                .isThrownBy(() -> table("layer,index,family\nconv1,0,a\n"))
                .withMessageContaining("has the columns [layer, index, family], but needs [unit]");
    }

    @Test
    void namesAllWrongLines() {
        assertThatExceptionOfType(InvalidOptionException.class)
                .isThrownBy(
                        () ->
                                table(
                                        "layer,unit,family\nconv1,first,a\nconv1,0,a\nconv1,1\nconv1,-1,a\nconv1,2,\n"))
                .withMessageContaining("line 2 has the unit 'first', expected a number from 0")
                .withMessageContaining("line 4 has 2 fields, expected 3")
                .withMessageContaining("line 5 has the unit '-1'")
                .withMessageContaining("line 6 has no family");
    }

    @Test
    void namesUnitsThatTheLayerDoesNotHave() throws IOException {
        FamilyTable table = table("layer,unit,family\nconv1,4,a\n");
        assertThatExceptionOfType(InvalidOptionException.class)
                .isThrownBy(() -> table.familiesOf("conv1", 4))
                .withMessageContaining("line 2 names unit 4 of layer 'conv1', which has 4 units");
    }

    @Test
    void namesUnitsGivenTwice() throws IOException {
        FamilyTable table = table("layer,unit,family\nconv1,0,a\nconv1,0,b\n");
        assertThatExceptionOfType(InvalidOptionException.class)
                .isThrownBy(() -> table.familiesOf("conv1", 4))
                .withMessageContaining("line 3 gives unit 0 of layer 'conv1' a second family");
    }

    @Test
    void namesAFileThatIsNotThere() {
        assertThatExceptionOfType(InvalidOptionException.class)
                .isThrownBy(() -> FamilyTable.read(folder.resolve("absent.csv")))
                .withMessageContaining("absent.csv")
                .satisfies(e -> assertThat(e.option()).isEqualTo("table"));
    }

    private FamilyTable table(String csv) throws IOException {
        return FamilyTable.read(Files.writeString(folder.resolve("families.csv"), csv));
    }
}
