package dev.ramify.core.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.ramify.api.data.DataException;
import dev.ramify.api.recording.ExpertChoices;
import dev.ramify.api.recording.ExpertCounts;
import dev.ramify.api.recording.Groups;
import dev.ramify.api.recording.LayerRecording;
import dev.ramify.api.recording.Recording;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Counts as CSV and traces as JSON lines. */
final class RouterFileTests {

    private static final String COUNTS =
            """
            group,domain,layer,expert,count
            d1,code,0,0,5
            d1,code,0,2,7
            d2,prose,0,1,9
            d2,prose,3,0,4
            """;

    private static final String TRACE =
            """
            {"rank":0,"step":7,"layer":1,"num_tokens":2,"topk":2,"top_indices":[[0,3],[1,2]]}
            {"rank":0,"step":7,"layer":2,"num_tokens":2,"topk":2,"top_indices":[[1,0],[2,-1]]}

            {"rank":1,"step":7,"layer":1,"num_tokens":1,"topk":2,"top_indices":[[3,0]]}
            {"rank":1,"step":7,"layer":2,"num_tokens":1,"topk":2,"top_indices":[[0,2]]}
            """;

    @TempDir private Path folder;

    @Test
    void countsStandByLayerGroupAndExpert() throws IOException {
        Recording recording = read("counts.csv", COUNTS).recording();

        assertThat(recording.layers())
                .extracting(LayerRecording::layer)
                .containsExactly("layer0", "layer3");
        assertThat(counts(recording, 0)).isEqualTo(new long[][] {{5, 0, 7}, {0, 9, 0}});
        assertThat(counts(recording, 1)).isEqualTo(new long[][] {{0, 0, 0}, {4, 0, 0}});
        Groups groups = recording.groups().orElseThrow();
        assertThat(groups.names()).containsExactly("d1", "d2");
        assertThat(groups.classes()).containsExactly(0, 1);
        assertThat(recording.classes()).containsExactly("code", "prose");
    }

    private static long[][] counts(Recording recording, int layer) {
        return ((ExpertCounts) recording.layers().get(layer).experts().orElseThrow().use())
                .counts();
    }

    @Test
    void totalsOfDomainsAreGroupsOfTheirOwnAndSaidToBe() throws IOException {
        RecordingReader.Result result =
                read("t.csv", "label,layer,expert,count,note\ncode,moe,0,5,x\nprose,moe,1,5,y\n");
        assertThat(result.recording().groups().orElseThrow().names())
                .containsExactly("code", "prose");
        assertThat(result.recording().layers().get(0).layer()).isEqualTo("moe");
        assertThat(result.notes())
                .anySatisfy(note -> assertThat(note).contains("these are totals: values have no p"))
                .anySatisfy(note -> assertThat(note).contains("the column 'note' is not read"));
    }

    @Test
    void groupsWithoutDomainsHaveNoClasses() throws IOException {
        Recording recording =
                read("g.csv", "group,layer,expert,count\na,0,0,1\nb,0,1,1\n").recording();
        assertThat(recording.groups().orElseThrow().classes()).isEmpty();
        assertThat(recording.classes()).isEmpty();
    }

    @Test
    void everyMistakeOfATableIsNamedByItsLine() {
        assertThat(
                        problems(
                                "bad.csv",
                                COUNTS
                                        + "d1,code,0,0,6\nd2,code,0,2,1\nd3,code,0,x,1\nd3,code,0,1,-1\nd3,code\n"))
                .contains("bad.csv:6: expert 0 of layer '0' and 'd1' stands here a second time")
                .contains("first at line 2")
                .contains("bad.csv:7: the group 'd2' is of another domain above than 'code'")
                .contains("bad.csv:8: layer '0', expert 'x' and count '1'")
                .contains("bad.csv:9: layer '0', expert '1' and count '-1'")
                .contains("bad.csv:10: 2 values");
    }

    @Test
    void aTableOfOtherColumnsIsRefused() {
        assertThat(problems("u.csv", "layer,unit,branch\nconv1,0,a\n"))
                .contains("layer, expert and count are needed")
                .contains("give a table of units with --units");
        assertThat(problems("e.csv", "")).contains("the columns are []");
        assertThat(problems("h.csv", "group,layer,expert,count\n"))
                .contains("the table has no rows");
    }

    @Test
    void tokensOfATraceStandBesideEachOtherInAllLayers() throws IOException {
        RecordingReader.Result result = read("trace.jsonl", TRACE);
        Recording recording = result.recording();

        assertThat(recording.layers())
                .extracting(LayerRecording::layer)
                .containsExactly("layer1", "layer2");
        assertThat(chosen(recording, 0)).containsExactly(0, 3, 1, 2, 3, 0);
        assertThat(chosen(recording, 1)).containsExactly(1, 0, 2, -1, 0, 2);
        assertThat(recording.layers().get(1).experts().orElseThrow().use().experts()).isEqualTo(4);
        assertThat(recording.groups().orElseThrow().names())
                .containsExactly("rank 0, step 7", "rank 1, step 7");
        assertThat(recording.groups().orElseThrow().of()).containsExactly(0, 0, 1);
        assertThat(result.notes()).singleElement().asString().contains("the step of each rank");
    }

    @Test
    void documentsAndDomainsOfATraceAreRead() throws IOException {
        RecordingReader.Result result =
                read(
                        "d.jsonl",
                        """
                        {"layer":0,"topk":1,"top_indices":[0,1],"document":"a","domain":"code"}
                        {"layer":0,"topk":1,"top_indices":[1],"document":"b","domain":"prose"}
                        """);
        assertThat(result.recording().classes()).containsExactly("code", "prose");
        assertThat(result.recording().groups().orElseThrow().classes()).containsExactly(0, 1);
        assertThat(result.recording().groups().orElseThrow().of()).containsExactly(0, 0, 1);
        assertThat(result.notes()).isEmpty();
    }

    @Test
    void everyMistakeOfATraceIsNamedByItsLine() {
        assertThat(
                        problems(
                                "bad.jsonl",
                                """
                                {"layer":0,"topk":2,"top_indices":[[0,1]],"num_tokens":2}
                                {"layer":0,"topk":
                                {"layer":0}
                                {"layer":0,"topk":2,"top_indices":[[0,1],[2]]}
                                {"layer":0,"topk":2,"top_indices":[0,1,2]}
                                """))
                .contains("bad.jsonl:1: top_indices has 1 entries for topk 2 and num_tokens 2")
                .contains("bad.jsonl:2: no JSON")
                .contains("bad.jsonl:3: layer and a list top_indices are expected; found [layer]")
                .contains("bad.jsonl:4: top_indices has 2 entries")
                .contains("bad.jsonl:5: top_indices has 3 entries");
    }

    @Test
    void layersOfOtherTokensAndExpertsThatCannotBeAreRefused() {
        assertThat(
                        problems(
                                "t.jsonl",
                                """
                                {"layer":0,"topk":1,"top_indices":[0,1]}
                                {"layer":1,"topk":1,"top_indices":[0]}
                                """))
                .contains("'rank 0, step 0' has 1 tokens in layer '1', but 2 in others");
        assertThat(problems("x.jsonl", "{\"layer\":0,\"topk\":2,\"top_indices\":[[1,1]]}\n"))
                .contains("layer 0: the expert 1 comes twice at sample 0");
        assertThat(problems("f.jsonl", "{\"layer\":0,\"topk\":1,\"top_indices\":[0.5]}\n"))
                .contains("the expert at sample 0, place 0");
        assertThat(problems("e.jsonl", "\n")).contains("it has no lines");
    }

    private static int[] chosen(Recording recording, int layer) {
        ExpertChoices choices =
                recording.layers().get(layer).experts().orElseThrow().choices().orElseThrow();
        int[] chosen = new int[choices.samples() * choices.perSample()];
        choices.read(0, chosen);
        return chosen;
    }

    private String problems(String name, String text) {
        return catchThrowableOfType(DataException.class, () -> read(name, text))
                .problems()
                .toString();
    }

    private RecordingReader.Result read(String name, String text) throws IOException {
        return RecordingReader.read(
                Optional.of(Files.writeString(folder.resolve(name), text)), Optional.empty());
    }
}
