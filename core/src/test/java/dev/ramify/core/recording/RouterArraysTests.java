package dev.ramify.core.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.ramify.api.data.DataException;
import dev.ramify.api.recording.ExpertChoices;
import dev.ramify.api.recording.Groups;
import dev.ramify.api.recording.LayerRecording;
import dev.ramify.api.recording.Recording;
import dev.ramify.core.array.NpyArray;
import dev.ramify.core.array.Npz;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Choices of experts as arrays. */
final class RouterArraysTests {

    @TempDir private Path folder;

    private final Map<String, NpyArray> arrays = new LinkedHashMap<>();

    /** Four tokens of two documents, two experts each of which expert 3 is the greatest. */
    @BeforeEach
    void fourTokens() {
        arrays.put("experts/L0", NpyArray.of(new int[] {0, 1, 1, 3, 2, -1, 0, 3}, 4, 2));
        arrays.put("groups", NpyArray.of(List.of("doc b", "doc b", "doc a", "doc a")));
        arrays.put("labels", NpyArray.of(List.of("code", "code", "prose", "prose")));
    }

    @Test
    void choicesAreReadWithGroupsAndTheirClasses() throws IOException {
        Recording recording = read().recording();

        LayerRecording layer = recording.layers().get(0);
        assertThat(chosen(layer.experts().orElseThrow().choices().orElseThrow()))
                .containsExactly(0, 1, 1, 3, 2, -1, 0, 3);
        assertThat(layer.assignment().branches()).containsExactly("e0", "e1", "e2", "e3");
        Groups groups = recording.groups().orElseThrow();
        assertThat(groups.names()).containsExactly("doc b", "doc a");
        assertThat(groups.of()).containsExactly(0, 0, 1, 1);
        assertThat(groups.classes()).containsExactly(0, 1);
        assertThat(recording.classes()).containsExactly("code", "prose");
    }

    @Test
    void oneExpertForEachTokenNeedsNoSecondDimension() throws IOException {
        arrays.put("experts/L0", NpyArray.of(new int[] {0, 1, 2, 1}, 4));
        ExpertChoices choices = layer().experts().orElseThrow().choices().orElseThrow();
        assertThat(choices.perSample()).isEqualTo(1);
        assertThat(chosen(choices)).containsExactly(0, 1, 2, 1);
    }

    @Test
    void gatesTellHowManyExpertsThereAre() throws IOException {
        arrays.put("gates/L0", NpyArray.of(new float[4 * 6], 4, 6));
        assertThat(layer().assignment().branches()).hasSize(6);
        assertThat(layer().gates()).isPresent();
    }

    @Test
    void namesAndACountTellItToo() throws IOException {
        arrays.put("expert_count", NpyArray.of(new int[] {8}, 1));
        assertThat(layer().assignment().branches()).hasSize(8);
        arrays.put("branch_names/L0", NpyArray.of(List.of("a", "b", "c", "d", "f")));
        assertThat(layer().assignment().branches()).containsExactly("a", "b", "c", "d", "f");
    }

    @Test
    void finalChoicesAndVocabularyIdsAreRead() throws IOException {
        arrays.put("final_experts/L0", NpyArray.of(new int[] {0, 1, 1, 3, 2, 5, 0, 3}, 4, 2));
        arrays.put("tokens", NpyArray.of(new int[] {7, 7, 9, 1}, 4));
        assertThat(chosen(layer().experts().orElseThrow().finalChoices().orElseThrow()))
                .containsExactly(0, 1, 1, 3, 2, 5, 0, 3);
        assertThat(layer().assignment().branches()).hasSize(6);
        assertThat(read().recording().tokens()).containsExactly(7, 7, 9, 1);
    }

    @Test
    void groupsWhoseClassesDifferHaveNone() throws IOException {
        arrays.put("labels", NpyArray.of(new int[] {0, 1, 0, 0}, 4));
        RecordingReader.Result result = read();
        assertThat(result.recording().groups().orElseThrow().classes()).isEmpty();
        assertThat(result.notes())
                .containsExactly(
                        "groups: classes differ within 'doc b', so groups have none and domains are not measured");
    }

    @Test
    void withoutGroupsPeopleHearThatTokensAreNoReplicates() throws IOException {
        arrays.remove("groups");
        assertThat(read().notes()).singleElement().asString().contains("experts get no p");
    }

    @Test
    void choicesAreReadFromSafetensorsOfSixteenBits() throws IOException {
        String header =
                "{\"experts/L0\":{\"dtype\":\"I16\",\"shape\":[2,2],\"data_offsets\":[0,8]},"
                        + "\"groups\":{\"dtype\":\"I64\",\"shape\":[2],\"data_offsets\":[8,24]}}";
        ByteBuffer bytes =
                ByteBuffer.allocate(8 + header.length() + 24).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putLong(header.length()).put(header.getBytes(StandardCharsets.UTF_8));
        for (int id : new int[] {5, 0, 2, -1}) {
            bytes.putShort((short) id);
        }
        bytes.putLong(100).putLong(7);
        Path file = Files.write(folder.resolve("r.safetensors"), bytes.array());

        Recording recording = RecordingReader.read(file);

        assertThat(
                        chosen(
                                recording
                                        .layers()
                                        .get(0)
                                        .experts()
                                        .orElseThrow()
                                        .choices()
                                        .orElseThrow()))
                .containsExactly(5, 0, 2, -1);
        assertThat(recording.groups().orElseThrow().names())
                .containsExactly("group 100", "group 7");
    }

    @Test
    void expertsOutOfRangeAreNamedInTheirPlace() {
        arrays.put("expert_count", NpyArray.of(new int[] {3}, 1));
        assertThat(problem())
                .contains("experts/L0: the expert at sample 1, place 1 is 3")
                .contains("there are 3, and -1 stands for none");
        arrays.put("experts/L0", NpyArray.of(new int[] {0, 1, 1, -2, 2, 0, 0, 1}, 4, 2));
        assertThat(problem()).contains("sample 1, place 1 is -2");
    }

    @Test
    void anExpertCannotComeTwiceForAToken() {
        arrays.put("experts/L0", NpyArray.of(new int[] {0, 1, 1, 1, -1, -1, 0, 1}, 4, 2));
        assertThat(problem()).contains("experts/L0: the expert 1 comes twice at sample 1");
    }

    @Test
    void gatesInThePlaceOfChoicesAreRefused() {
        arrays.put("experts/L0", NpyArray.of(new float[] {.1f, .9f, .2f, .8f}, 4, 1));
        assertThat(problem())
                .contains("its values are of type <f4; whole numbers, which expert was chosen")
                .contains("put weights of experts under gates/L0");
    }

    @Test
    void finalChoicesAloneAreRefused() {
        arrays.put("final_experts/L0", arrays.remove("experts/L0"));
        assertThat(problem()).contains("give experts/L0, or rename it so");
    }

    @Test
    void arraysOfOtherTokensAreRefused() {
        arrays.put("groups", NpyArray.of(new int[] {1, 2, 3}, 3));
        assertThat(problem()).contains("experts/L0 has 4").contains("groups has 3");
    }

    @Test
    void unitsNeedToKnowTheirExperts() {
        arrays.put("activations/L0", NpyArray.of(new float[4 * 12], 4, 12));
        assertThat(problem())
                .contains("the layer has 12 units and 4 experts, but nothing says which unit");
    }

    @Test
    void unitsOfExpertsAreDividedByBranches() throws IOException {
        arrays.put("activations/L0", NpyArray.of(new float[4 * 8], 4, 8));
        arrays.put("branches/L0", NpyArray.of(new int[] {0, 0, 1, 1, 2, 2, 3, 3}, 8));
        assertThat(layer().assignment().sizes()).containsExactly(2, 2, 2, 2);
        assertThat(layer().experts()).isPresent();
    }

    private static int[] chosen(ExpertChoices choices) {
        int[] chosen = new int[choices.samples() * choices.perSample()];
        choices.read(0, chosen);
        return chosen;
    }

    private LayerRecording layer() throws IOException {
        return read().recording().layers().get(0);
    }

    private String problem() {
        return catchThrowableOfType(DataException.class, this::read).problems().toString();
    }

    private RecordingReader.Result read() throws IOException {
        Path file = folder.resolve("router.npz");
        try (OutputStream out = Files.newOutputStream(file)) {
            Npz.write(out, arrays);
        }
        return RecordingReader.read(Optional.of(file), Optional.empty());
    }
}
