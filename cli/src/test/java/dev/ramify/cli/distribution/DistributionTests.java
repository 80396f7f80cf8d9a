package dev.ramify.cli.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.hash.Hashing;
import com.google.common.io.MoreFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;

/** What is shipped can be trusted: known contents, known licences, the same bytes for everybody. */
final class DistributionTests {

    private static final Path CHECKSUMS = Path.of("src/main/assembly/checksums.sha256");

    private final Distribution distribution = Distribution.built();

    @Test
    void everyLibraryHasTheChecksumThatIsRecorded() throws IOException {
        Map<String, String> recorded = recorded();
        Set<String> differing = new TreeSet<>();
        for (Path jar : distribution.libraries()) {
            String name = jar.getFileName().toString();
            String sum = MoreFiles.asByteSource(jar).hash(Hashing.sha256()).toString();
            if (!sum.equals(recorded.get(name)) && !isForAnotherPlatform(name, recorded)) {
                differing.add(sum + "  " + name);
            }
        }
        assertThat(differing)
                .as("lines to add to %s, if these libraries were changed on purpose", CHECKSUMS)
                .isEmpty();
    }

    @Test
    void noChecksumIsRecordedOfALibraryThatIsNoLongerShipped() throws IOException {
        assumeTrue(isRecordedPlatform(), "checksums are recorded of the libraries for Linux");
        assertThat(recorded().keySet()).isSubsetOf(names(distribution.libraries()));
    }

    @Test
    void everyNativeLibraryIsNamedInTheNotice() {
        String notice = distribution.text("NOTICE");
        List<String> unnamed =
                distribution.libraries().stream()
                        .flatMap(jar -> Distribution.entries(jar).stream())
                        .map(ZipEntry::getName)
                        .filter(each -> each.matches(".*\\.so(\\.[0-9]+)*"))
                        .map(each -> each.substring(each.lastIndexOf('/') + 1))
                        .filter(each -> !notice.contains(each))
                        .distinct()
                        .toList();
        assertThat(unnamed).isEmpty();
    }

    @Test
    void everyLicenceTextThatTheNoticeNamesIsShipped() {
        Set<String> named =
                Stream.of(distribution.text("NOTICE").split("[\\s(),;]+"))
                        .filter(each -> each.startsWith("licenses/"))
                        .collect(Collectors.toSet());
        assertThat(named)
                .isNotEmpty()
                .allSatisfy(each -> assertThat(distribution.folder().resolve(each)).exists());
    }

    @Test
    void theBillOfMaterialsNamesEveryJarWithItsLicence() throws IOException {
        Path file = distribution.folder().resolve("sbom.cdx.json");
        assumeTrue(Files.exists(file), "an offline build makes no bill of materials");
        Map<String, Boolean> licensed = new HashMap<>();
        for (JsonNode each : new ObjectMapper().readTree(file.toFile()).get("components")) {
            licensed.put(
                    each.get("name").asText() + "-" + each.get("version").asText(),
                    !each.path("licenses").isEmpty());
        }
        assertThat(distribution.jars())
                .filteredOn(each -> !each.getFileName().toString().startsWith("ramify-cli-"))
                .allSatisfy(jar -> assertThat(licensed.keySet()).anyMatch(each -> isOf(each, jar)));
        assertThat(licensed).doesNotContainValue(false);
    }

    @Test
    void ourJarsHaveTheSameTimesWhereverTheyAreMade() {
        LocalDateTime time = LocalDateTime.of(2026, 1, 1, 0, 0);
        assertThat(distribution.jars())
                .filteredOn(Distribution::isOurs)
                .isNotEmpty()
                .flatMap(Distribution::entries)
                .allSatisfy(each -> assertThat(each.getTimeLocal()).isEqualTo(time));
    }

    private static boolean isOf(String component, Path jar) {
        String name = jar.getFileName().toString();
        return name.equals(component + ".jar") || name.startsWith(component + "-");
    }

    /** Natives for other platforms are not recorded; their Java parts are. */
    private static boolean isForAnotherPlatform(String name, Map<String, String> recorded) {
        return !isRecordedPlatform()
                && !recorded.containsKey(name)
                && name.matches(".*-(macosx|windows|linux)-[a-z0-9_]+\\.jar");
    }

    private static boolean isRecordedPlatform() {
        return System.getProperty("os.name").equals("Linux")
                && System.getProperty("os.arch").equals("amd64");
    }

    private static Set<String> names(List<Path> jars) {
        return jars.stream()
                .map(each -> each.getFileName().toString())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Map<String, String> recorded() throws IOException {
        Map<String, String> sums = new HashMap<>();
        for (String line : Files.readAllLines(CHECKSUMS)) {
            String[] parts = line.split(" {2}", 2);
            sums.put(parts[1], parts[0]);
        }
        return sums;
    }
}
