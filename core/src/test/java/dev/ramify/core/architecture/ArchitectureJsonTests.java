package dev.ramify.core.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ramify.api.architecture.Architecture;
import dev.ramify.api.architecture.ArchitectureException;
import dev.ramify.api.architecture.Branch;
import dev.ramify.api.architecture.Branches;
import dev.ramify.api.architecture.Convolution;
import dev.ramify.api.architecture.Dense;
import dev.ramify.api.architecture.GlobalAveragePooling;
import dev.ramify.api.architecture.Merge;
import dev.ramify.api.architecture.Router;
import dev.ramify.api.architecture.ScaleShift;
import dev.ramify.api.architecture.Shape;
import dev.ramify.api.random.Seed;
import dev.ramify.api.recording.Division;
import dev.ramify.api.recording.Divisions;
import dev.ramify.core.engine.RandomArchitecture;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArchitectureJsonTests {

    private static final Architecture SMALL =
            new Architecture(
                    "small",
                    new Shape(2, 4, 4),
                    List.of(
                            Convolution.same("conv", 4, 3),
                            new GlobalAveragePooling("average"),
                            new Dense("logits", 3, false)));

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void whatIsWrittenIsReadAgain(long seed) {
        Architecture architecture = new RandomArchitecture(new Seed(seed)).next();
        String json = ArchitectureJson.write(architecture);
        Architecture read = ArchitectureJson.readArchitecture(json);
        assertThat(read).isEqualTo(architecture);
        assertThat(ArchitectureJson.write(read)).isEqualTo(json);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void divisionsAreReadAgain(long seed) {
        Divisions divisions = Divisions.of(new RandomArchitecture(new Seed(seed)).next());
        assertThat(ArchitectureJson.readDivisions(ArchitectureJson.write(divisions)))
                .isEqualTo(divisions);
    }

    @Test
    void groupsOfAConvolutionAreADivision() {
        Divisions divisions = Divisions.of(SMALL).with("conv", Division.ofGroups(SMALL_GROUPED));
        assertThat(ArchitectureJson.write(divisions))
                .contains(
                        "\"conv\":{\"branches\":[\"group1\",\"group2\"],\"kinds\":[\"branch\",\"branch\"],\"branchOf\":[0,0,1,1]}");
    }

    @Test
    void componentsAreWrittenInOrderWithoutUsualOnes() {
        assertThat(ArchitectureJson.write(SMALL))
                .isEqualTo(
                        "{\"form\":\"ramify.architecture/1\",\"name\":\"small\",\"input\":{\"channels\":2,\"height\":4,\"width\":4},\"nodes\":[{\"type\":\"convolution\",\"name\":\"conv\",\"filters\":4,\"window\":{\"size\":{\"height\":3,\"width\":3},\"margins\":{\"top\":1,\"left\":1,\"bottom\":1,\"right\":1}}},{\"type\":\"global-average-pooling\",\"name\":\"average\"},{\"type\":\"dense\",\"name\":\"logits\",\"units\":3,\"bias\":false}]}");
    }

    @Test
    void routersOfGatedBranchesAreReadAgain() {
        Branches gated =
                Branches.of(
                        "experts",
                        List.of(
                                new Branch("a", List.of()),
                                new Branch("b", List.of(new ScaleShift("scale/b")))),
                        new Merge.Gated(new Router("top-k", 1), Merge.CONCAT));
        Architecture architecture = new Architecture("gated", new Shape(2, 3, 3), List.of(gated));

        assertThat(ArchitectureJson.readArchitecture(ArchitectureJson.write(architecture)))
                .isEqualTo(architecture);
    }

    @Test
    void anUnknownTypeIsNamedWithThoseThereAre() {
        String json = ArchitectureJson.write(SMALL).replace("global-average-pooling", "average");
        assertThatThrownBy(() -> ArchitectureJson.readArchitecture(json))
                .isInstanceOf(UnreadableJsonException.class)
                .hasMessageContaining("nodes[1]: unknown type 'average'")
                .hasMessageContaining("batch-normalization");
    }

    @Test
    void unknownAndMissingKeysAreNamedWithTheirPlace() {
        String json = ArchitectureJson.write(SMALL);
        assertThatThrownBy(
                        () -> ArchitectureJson.readArchitecture(json.replace("\"bias\"", "\"b\"")))
                .hasMessage("nodes[2]: unknown keys [b]; dense has [name, units, bias]");
        assertThatThrownBy(
                        () -> ArchitectureJson.readArchitecture(json.replace("\"units\":3,", "")))
                .hasMessage("nodes[2].units: the key is missing");
        assertThatThrownBy(
                        () ->
                                ArchitectureJson.readArchitecture(
                                        json.replace("\"units\":3", "\"units\":\"three\"")))
                .hasMessage("nodes[2].units: expected a whole number, found \"three\"");
    }

    @Test
    void anotherFormOrNoJsonIsRefused() {
        assertThatThrownBy(
                        () ->
                                ArchitectureJson.readArchitecture(
                                        ArchitectureJson.write(SMALL).replace("ture/1", "ture/9")))
                .hasMessageContaining(
                        "form: expected \"ramify.architecture/1\", found \"ramify.architecture/9\"");
        assertThatThrownBy(() -> ArchitectureJson.readArchitecture("{\"form\": "))
                .isInstanceOf(UnreadableJsonException.class);
    }

    @Test
    void layersThatDoNotFitAreRefusedAsEverywhere() {
        String json =
                ArchitectureJson.write(SMALL)
                        .replace("{\"type\":\"global-average-pooling\",\"name\":\"average\"},", "");
        assertThatThrownBy(() -> ArchitectureJson.readArchitecture(json))
                .isInstanceOf(ArchitectureException.class);
    }

    private static final Convolution SMALL_GROUPED = Convolution.same("conv", 4, 3).withGroups(2);
}
