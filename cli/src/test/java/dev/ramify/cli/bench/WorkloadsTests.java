package dev.ramify.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ramify.api.architecture.Cost;
import org.junit.jupiter.api.Test;

class WorkloadsTests {

    private static Workload find(String id) {
        return Workloads.all().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Cost cost(String id) {
        return find(id).architectures().get(0).cost();
    }

    @Test
    void everyWorkloadHasANameOfItsOwn() {
        assertThat(Workloads.all()).extracting(Workload::id).doesNotHaveDuplicates();
    }

    @Test
    void theCnnHasTheParametersOfItsLayers() {
        long conv1 = 64 * 3 * 25 + 64;
        long conv2 = 64 * 16 * 9 + 64;
        long conv3 = 128 * 64 * 9 + 128;
        long logits = 128 * 10 + 10;

        assertThat(cost("w1-64").parameters()).isEqualTo(conv1 + conv2 + conv3 + logits);
    }

    @Test
    void theMlpHasTheParametersOfItsBranches() {
        long column = 784 * 128 + 128 + 128 * 128 + 128;

        assertThat(cost("w2-adam").parameters()).isEqualTo(4 * column + 512 * 10 + 10);
    }

    @Test
    void aTrainingStepCountsEveryProductThreeTimesButForTheFirstLayer() {
        double conv1 = 32 * 32 * 64 * 75;
        double rest = 16 * 16 * 64 * 16 * 9 + 8 * 8 * 128 * 64 * 9 + 128 * 10;

        assertThat(find("w1-64").operations()).isEqualTo(2 * 64 * (2 * conv1 + 3 * rest));
    }

    @Test
    void theFirstLayersOfAllBranchesSeeTheImage() {
        double first = 4 * 784 * 128;
        double rest = 4 * 128 * 128 + 512 * 10;

        assertThat(find("w2-sgd").operations()).isEqualTo(2 * 64 * (2 * first + 3 * rest));
    }

    @Test
    void inferenceCountsEveryProductOnce() {
        assertThat(find("infer-w2").operations()).isEqualTo(2.0 * 64 * cost("w2-adam").macs());
    }

    @Test
    void moreGroupsMeanLessWork() {
        assertThat(cost("w5-8").macs()).isLessThan(cost("w5-4").macs());
    }

    @Test
    void theStudyHasSixteenNetworks() {
        assertThat(find("w6").samples()).isEqualTo(16 * 64);
    }
}
