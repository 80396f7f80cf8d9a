package dev.ramify.core.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.ramify.api.data.DataException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are wrong, by accident or on purpose: each is refused in its place, with reasons. */
final class BadArraysTests {

    private static final float[] SIX = {0, 1, 2, 3, 4, 5};

    @TempDir private Path folder;

    @Test
    void aMissingFileIsNamed() {
        assertThat(problems(folder.resolve("none.npz")))
                .singleElement()
                .asString()
                .contains("none.npz: there is no such file");
    }

    @Test
    void aFolderIsNoFile() {
        assertThat(problems(folder)).singleElement().asString().contains("this is no file");
    }

    @Test
    void whatIsNoArchiveIsCalledWhatItIs() throws IOException {
        assertThat(problems("hello".getBytes())).contains("does not begin as a zip archive");
        assertThat(problems(new byte[0])).contains("it is empty");
        assertThat(problems(new byte[] {(byte) 0x80, 2, 'c', 'n'})).contains("Python pickle");
        assertThat(problems(RawNpz.npy("<f4", false, "1,", new byte[4])))
                .contains("a single .npy array");
    }

    @Test
    void objectsAndPickledArraysAreNeverRead() throws IOException {
        assertThat(problems(new RawNpz().array("activations/fc", "|O", false, "2,", new byte[9])))
                .contains("activations/fc.npy: values of type '|O'")
                .contains("Python objects are never read");
        assertThat(problems(new RawNpz().entry("archive/data.pkl", new byte[9])))
                .contains("torch.save");
    }

    @Test
    void unknownTypesAreRefusedWithThoseThatAreRead() throws IOException {
        assertThat(problems(new RawNpz().array("activations/fc", "<c8", false, "1,", new byte[8])))
                .contains("values of type '<c8'")
                .contains("f2, f4, f8");
    }

    @Test
    void headersThatPromiseMoreOrLessThanThereIsAreRefused() throws IOException {
        assertThat(problems(new RawNpz().floats("activations/fc", "4, 2", SIX)))
                .contains("the header tells of 32 bytes")
                .contains("but 24 follow it");
        assertThat(problems(new RawNpz().floats("activations/fc", "2, 2", SIX)))
                .contains("the header tells of 16 bytes");
        assertThat(problems(new RawNpz().floats("activations/fc", "9000000000, 9000000000", SIX)))
                .contains("too large to be true");
        assertThat(problems(new RawNpz().entry("activations/fc.npy", new byte[] {1, 2, 3})))
                .contains("does not begin with \\x93NUMPY");
    }

    @Test
    void whatIsWrongWithAnArrayIsNotToldAgainOfItsBranches() throws IOException {
        assertThat(
                        problems(
                                new RawNpz()
                                        .floats("activations/fc", "4, 2", SIX)
                                        .floats("branches/fc", "2", 0, 1)
                                        .floats("branches/fx", "2", 0, 1)))
                .contains("but 24 follow it")
                .contains("nothing else is known of a layer 'fx'; there are [fc]")
                .doesNotContain("layer 'fc'");
    }

    @Test
    void aTruncatedArchiveIsRefused() throws IOException {
        Path whole =
                new RawNpz().floats("activations/fc", "3, 2", SIX).write(folder.resolve("a.npz"));
        byte[] bytes = Files.readAllBytes(whole);
        assertThat(problems(Arrays.copyOf(bytes, bytes.length - 30)))
                .contains("damaged or cut short");
    }

    @Test
    void changedBytesAreNoticed() throws IOException {
        byte[] values = new byte[4000];
        new Random(1).nextBytes(values);
        Path whole =
                new RawNpz()
                        .array("activations/fc", "|u1", false, "1000, 4", values)
                        .write(folder.resolve("a.npz"));
        byte[] bytes = Files.readAllBytes(whole);
        bytes[2000] ^= 1;
        assertThat(problems(bytes)).containsAnyOf("damaged", "values end", "more values");
    }

    /** Any damage is either told or harmless; nothing else is thrown. */
    @Test
    void damagedFilesNeverCrash() throws IOException {
        Path whole =
                new RawNpz()
                        .floats("activations/fc", "3, 2", SIX)
                        .ints("labels", "3,", 0, 1, 0)
                        .write(folder.resolve("a.npz"));
        byte[] bytes = Files.readAllBytes(whole);
        Random random = new Random(7);
        int refused = 0;
        for (int trial = 0; trial < 400; trial++) {
            byte[] changed = bytes.clone();
            for (int k = 0; k <= trial % 4; k++) {
                changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
            }
            try {
                RecordingReader.read(Files.write(folder.resolve("b.npz"), changed));
            } catch (DataException e) {
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(300);
    }

    @Test
    void pathsAreNoNames() throws IOException {
        for (String name :
                List.of("../../evil", "/etc/evil", "activations\\..\\fc", "activations/../fc")) {
            assertThat(problems(new RawNpz().floats(name, "3, 2", SIX)))
                    .contains("the name is a path");
        }
    }

    @Test
    void aSecondArrayOfOneNameIsRefused() throws IOException {
        Path file =
                new RawNpz()
                        .floats("activations/fa", "3, 2", SIX)
                        .floats("activations/fb", "3, 2", SIX)
                        .write(folder.resolve("a.npz"));
        String text =
                new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1);
        byte[] changed =
                text.replace("activations/fb", "activations/fa")
                        .getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
        assertThat(problems(changed)).contains("a second array of this name");
    }

    @Test
    void moreThanCompressionCanHoldIsNotBelieved() throws IOException {
        // A claim of 4 GB in a few bytes: changed in the directory, where sizes are believed.
        Path file =
                new RawNpz().floats("activations/fc", "3, 2", SIX).write(folder.resolve("a.npz"));
        byte[] bytes = Files.readAllBytes(file);
        int directory = lastIndexOf(bytes, new byte[] {'P', 'K', 1, 2});
        bytes[directory + 24] = (byte) 0xF0;
        bytes[directory + 27] = (byte) 0x7F;
        assertThat(problems(bytes)).contains("which cannot be");
    }

    @Test
    void everythingThatIsWrongIsToldAtOnce() throws IOException {
        String problems =
                problems(
                        new RawNpz()
                                .floats("activations/fc", "3, 2", SIX)
                                .floats("activations/odd", "6,", SIX)
                                .ints("branches/fc", "3,", 0, 1, 1)
                                .ints("branches/odds", "2,", 0, 1)
                                .floats("weights/fc", "3, 1, 2", SIX)
                                .floats("labels", "2,", 0, 1)
                                .floats("factors", "3, 2", 0, .5f, 1, 1, 0, 1));
        assertThat(problems)
                .contains("activations/odd: its shape is [6]; [samples, units]")
                .contains(
                        "fc: the number of its units differs: activations/fc has 2, branches/fc has 3")
                .contains("branches/odds: nothing else is known of a layer 'odds'")
                .contains("did you mean `odd`?")
                .contains("weights/fc: its shape is [3, 1, 2]")
                .contains("labels: its values are no whole numbers by their type")
                .contains("factors: 'factor 2' is 0.5 at sample 0")
                .contains("samples: their number differs: activations/fc has 3, labels has 2");
    }

    @Test
    void factorsThatAreNotNumbersAreRefused() throws IOException {
        assertThat(
                        problems(
                                new RawNpz()
                                        .floats("activations/fc", "3, 2", SIX)
                                        .floats("factors", "3, 1", 0, Float.NaN, 1)))
                .contains("'factor 1' is NaN at sample 1");
    }

    @Test
    void gatesNeedAColumnPerBranch() throws IOException {
        assertThat(
                        problems(
                                new RawNpz()
                                        .floats("activations/fc", "3, 2", SIX)
                                        .ints("branches/fc", "2,", 0, 1)
                                        .floats("gates/fc", "2, 3", SIX)))
                .contains("gates/fc: it has 3 columns, but the layer has 2 branches (b0, b1)")
                .contains("activations/fc has 3, gates/fc has 2");
    }

    @Test
    void arraysWithNothingInThemAreRefused() throws IOException {
        assertThat(problems(new RawNpz().floats("activations/fc", "0, 2")))
                .contains("nothing may be 0");
        assertThat(problems(new RawNpz().ints("labels", "2,", 0, 1))).contains("no layer is in it");
    }

    @Test
    void mistakesInATableAreToldWithLineAndColumn() throws IOException {
        String text =
                """
                layer,unit,branch,family
                fc,0,a,x
                fc,zero,a,x
                fc,0,b,x
                fc,1,,"x
                """;
        Path table = Files.writeString(folder.resolve("units.csv"), text);
        List<String> problems = tableProblems(table);
        assertThat(problems).anyMatch(each -> each.contains("units.csv:3:4: the unit is 'zero'"));
        assertThat(problems)
                .anyMatch(
                        each ->
                                each.contains("units.csv:4:4: unit 0 of layer 'fc'")
                                        && each.contains("units.csv:2:4"));
        assertThat(problems)
                .anyMatch(each -> each.contains("units.csv:5:7: a quote is not closed"));
    }

    @Test
    void aTableWithoutItsColumnsIsRefused() throws IOException {
        assertThat(
                        tableProblems(
                                Files.writeString(folder.resolve("u.csv"), "layer,family\nfc,x\n")))
                .singleElement()
                .asString()
                .contains("u.csv:1:1: the columns are [layer, family]");
        assertThat(tableProblems(Files.write(folder.resolve("v.csv"), new byte[] {(byte) 0xff})))
                .singleElement()
                .asString()
                .contains("not text in UTF-8");
    }

    @Test
    void gapsBetweenUnitsAreToldWithoutTakingMemoryForThem() throws IOException {
        Path table =
                Files.writeString(
                        folder.resolve("units.csv"), "layer,unit,branch\nfc,0,a\nfc,9999999,b\n");
        assertThat(tableProblems(table))
                .singleElement()
                .asString()
                .contains("units.csv:3:4: unit 9999999 of layer 'fc', which has 2 units");
    }

    private String problems(RawNpz arrays) throws IOException {
        return String.join("\n", problems(arrays.write(folder.resolve("arrays.npz"))));
    }

    private String problems(byte[] bytes) throws IOException {
        return String.join("\n", problems(Files.write(folder.resolve("arrays.npz"), bytes)));
    }

    private static List<String> problems(Path file) {
        return reasons(catchThrowableOfType(DataException.class, () -> RecordingReader.read(file)));
    }

    private static List<String> tableProblems(Path table) {
        return reasons(
                catchThrowableOfType(
                        DataException.class,
                        () -> RecordingReader.read(Optional.empty(), Optional.of(table))));
    }

    private static List<String> reasons(DataException e) {
        return e.problems().stream().map(Object::toString).toList();
    }

    private static int lastIndexOf(byte[] bytes, byte[] part) {
        for (int i = bytes.length - part.length; i >= 0; i--) {
            if (Arrays.equals(bytes, i, i + part.length, part, 0, part.length)) {
                return i;
            }
        }
        return -1;
    }
}
