package dev.ramify.plugins.metrics.experts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.ramify.api.metric.MetricInput;
import dev.ramify.api.metric.PreparedMetric;
import dev.ramify.api.metric.Subject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Values of the counts that were published of OLMoE and Mixtral (Muennighoff and others 2024, arXiv
 * 2409.02060): five domains of 208,896 tokens each. Mixtral's last layer stands here; the others
 * are read from the table where there is one.
 */
class PublishedCountsTests {

    private static final List<String> DOMAINS =
            List.of("github", "arxiv", "c4", "book", "wikipedia");

    /** A table with the columns model, topk, layer, domain, expert, count. */
    private static final Path TABLE =
            Path.of(System.getProperty("basedir", "."))
                    .resolve("../../../shared/data/olmoe-domain-counts.csv");

    private static final long[][] MIXTRAL_15 = {
        {60067, 55928, 42926, 38592, 44435, 69374, 57189, 49281},
        {61212, 52639, 40083, 25549, 60053, 61162, 60951, 56143},
        {47396, 58718, 55366, 32510, 55049, 57385, 57170, 54198},
        {52928, 58049, 67604, 21046, 54795, 50104, 61478, 51788},
        {54575, 55396, 52142, 31960, 57664, 62114, 50943, 52998}
    };

    private static final long[][] MIXTRAL_15_FIRST = {
        {31107, 26920, 15001, 16657, 18883, 40764, 31690, 27874},
        {36858, 21450, 18312, 14796, 27091, 27912, 33859, 28618},
        {23215, 25268, 29593, 15091, 26601, 27443, 30046, 31639},
        {33311, 23259, 39908, 9954, 25808, 19021, 29080, 28555},
        {25554, 22705, 25913, 16035, 26180, 34089, 24842, 33578}
    };

    @Test
    void mixtralHardlyDividesDomains() {
        MetricInput input = input(MIXTRAL_15);
        PreparedMetric prepared = domains(input);
        assertThat(Routers.value(prepared, input)).isCloseTo(.0039, within(5e-5));
        assertThat(Routers.property(prepared, "information")).isCloseTo(.0090, within(5e-5));
        assertThat(Routers.property(prepared, "own-quarter")).isCloseTo(.295, within(5e-4));
        assertThat(Routers.property(prepared, "other-quarters")).isCloseTo(.267, within(5e-4));
        MetricInput first = input(MIXTRAL_15_FIRST);
        assertThat(Routers.value(domains(first), first)).isCloseTo(.0105, within(5e-5));
    }

    @Test
    void mixtralIsUsedEvenly() {
        PreparedMetric load = new ExpertLoad().prepare(input(MIXTRAL_15), Routers.ALL);
        assertThat(Routers.property(load, "entropy")).isCloseTo(.9923, within(5e-5));
        assertThat(Routers.property(load, "cv2")).isCloseTo(.028, within(5e-4));
        assertThat(Routers.property(load, "max-violation")).isCloseTo(.149, within(5e-4));
    }

    @Test
    void aThirdOfTheTokensFromGitHubGoesToOneExpertOfMixtral() {
        assertThat(chief(MIXTRAL_15, 2)).isEqualTo("expert 5 of github 0.332");
    }

    @ParameterizedTest
    @CsvSource({
        "olmoe, 8, 0, .0721, .1674, .9876, .115, 1.098, expert 0 of arxiv 0.977",
        "olmoe, 8, 7, .1725, .4005, .9751, .246, 1.751, expert 27 of wikipedia 0.848",
        "olmoe, 8, 15, .2159, .5012, .9715, .272, 1.727, expert 17 of arxiv 0.937",
        "olmoe, 1, 0, .2706, .6284, .9189, , , ",
        "olmoe, 1, 7, .4192, .9733, .8925, , , ",
        "olmoe, 1, 15, .4426, 1.0278, .8661, , , ",
        "mixtral, 2, 0, .0014, .0031, .9980, .008, .183, expert 5 of github 0.324",
        "mixtral, 2, 7, .0016, .0037, .9996, .002, .070, expert 2 of github 0.311",
        "mixtral, 2, 15, .0039, .0090, .9923, .028, .149, expert 5 of github 0.332",
        "mixtral, 1, 0, .0055, , , , , ",
        "mixtral, 1, 7, .0045, , , , , ",
        "mixtral, 1, 15, .0105, , , , , "
    })
    void publishedValuesAreMet(
            String model,
            int chosen,
            int layer,
            double domains,
            Double information,
            Double entropy,
            Double cv2,
            Double violation,
            String chief)
            throws IOException {
        assumeThat(Files.exists(TABLE)).as("the table of published counts is here").isTrue();
        long[][] counts = read(model, chosen, layer);
        MetricInput input = input(counts);
        PreparedMetric prepared = domains(input);
        PreparedMetric load = new ExpertLoad().prepare(input, Routers.ALL);
        assertThat(Routers.value(prepared, input)).isCloseTo(domains, within(1e-4));
        near(Routers.property(prepared, "information"), information, 1e-4);
        near(Routers.property(load, "entropy"), entropy, 1e-4);
        near(Routers.property(load, "cv2"), cv2, 5.1e-4);
        near(Routers.property(load, "max-violation"), violation, 5.1e-4);
        if (chief != null) {
            assertThat(chief(counts, chosen)).isEqualTo(chief);
        }
    }

    @Test
    void domainsOfOlmoeLieApartAsPublished() throws IOException {
        assumeThat(Files.exists(TABLE)).as("the table of published counts is here").isTrue();
        MetricInput input = input(read("olmoe", 8, 15));
        PreparedMetric prepared = domains(input);
        assertThat(divergence(prepared, "github", "arxiv")).isCloseTo(.1054, within(1e-4));
        assertThat(divergence(prepared, "c4", "book")).isCloseTo(.0771, within(1e-4));
        assertThat(divergence(prepared, "github", "book")).isCloseTo(.4982, within(1e-4));
        assertThat(divergence(prepared, "c4", "wikipedia")).isCloseTo(.3370, within(1e-4));
        assertThat(Routers.property(prepared, "own-quarter")).isCloseTo(.607, within(5e-4));
        assertThat(Routers.property(prepared, "other-quarters")).isCloseTo(.257, within(5e-4));
    }

    private static void near(double found, Double expected, double distance) {
        if (expected != null) {
            assertThat(found).isCloseTo(expected, within(distance));
        }
    }

    private static PreparedMetric domains(MetricInput input) {
        return new ExpertDomains().prepare(input, new DomainOptions(ExpertUnit.EXPERTS, 0));
    }

    private static double divergence(PreparedMetric prepared, String domain, String from) {
        Subject subject =
                Subject.layer()
                        .and(Subject.PROPERTY, "divergence")
                        .and("domain", domain)
                        .and("from", from);
        return prepared.descriptions().stream()
                .filter(each -> each.subject().equals(subject))
                .findFirst()
                .orElseThrow()
                .value();
    }

    /** Find which expert gets the greatest part of the tokens of a domain. */
    private static String chief(long[][] counts, int perToken) {
        double[][] shares = Domains.of(GroupCounts.ofExperts(input(counts), 0)).shares();
        String chief = "";
        double most = 0;
        for (int domain = 0; domain < shares.length; domain++) {
            for (int expert = 0; expert < shares[domain].length; expert++) {
                if (shares[domain][expert] > most) {
                    most = shares[domain][expert];
                    chief =
                            "expert %d of %s %.3f"
                                    .formatted(expert, DOMAINS.get(domain), most * perToken);
                }
            }
        }
        return chief;
    }

    private static MetricInput input(long[][] counts) {
        return Routers.counted(counts, DOMAINS, IntStream.range(0, DOMAINS.size()).toArray());
    }

    private static long[][] read(String model, int chosen, int layer) throws IOException {
        long[][] counts = new long[DOMAINS.size()][model.equals("olmoe") ? 64 : 8];
        String prefix = "%s,%d,%d,".formatted(model, chosen, layer);
        for (String line : Files.readAllLines(TABLE)) {
            if (line.startsWith(prefix)) {
                String[] cells = line.split(",");
                counts[DOMAINS.indexOf(cells[3])][Integer.parseInt(cells[4])] =
                        Long.parseLong(cells[5]);
            }
        }
        return counts;
    }
}
