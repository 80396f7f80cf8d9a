package dev.ramify.core.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.ramify.api.data.DataException;
import dev.ramify.api.data.Download;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DownloaderTests {

    private static final URI ADDRESS = URI.create("https://data.example/file.bin");
    private static final URI NOWHERE = URI.create("http://127.0.0.1:1/file.bin");
    private static final byte[] CONTENT = new byte[300_000];

    static {
        new Random(1).nextBytes(CONTENT);
    }

    @TempDir private Path folder;
    private URI route = NOWHERE;
    private final List<String> events = new ArrayList<>();

    @Test
    void aFileIsFetchedCheckedAndNothingElseIsLeft() throws Exception {
        try (FlakyServer server = new FlakyServer(CONTENT)) {
            Path file = fetch(download(server.address()));

            assertThat(file).isEqualTo(folder.resolve("file.bin")).hasBinaryContent(CONTENT);
            assertThat(folder).isDirectoryNotContaining("glob:**.part");
            assertThat(events).endsWith("300000", "done");
        }
    }

    @Test
    void aBrokenConnectionIsContinuedWhereItBroke() throws Exception {
        try (FlakyServer server = new FlakyServer(CONTENT).breaking(1, 100_000)) {
            fetch(download(server.address()));

            assertThat(folder.resolve("file.bin")).hasBinaryContent(CONTENT);
            assertThat(server.ranges()).containsExactly("none", "bytes=100000-");
            assertThat(events).contains("retry");
        }
    }

    @Test
    void aServerThatFallsSilentIsLeftAndAskedAgain() throws Exception {
        try (FlakyServer server = new FlakyServer(CONTENT).breaking(1, 5_000).fallingSilent()) {
            fetch(download(server.address()));

            assertThat(folder.resolve("file.bin")).hasBinaryContent(CONTENT);
            assertThat(server.ranges()).containsExactly("none", "bytes=5000-");
        }
    }

    @Test
    void whatAnEarlierCommandLeftIsContinued() throws Exception {
        Files.write(folder.resolve("file.bin.part"), Arrays.copyOf(CONTENT, 1234));
        try (FlakyServer server = new FlakyServer(CONTENT)) {
            fetch(download(server.address()));

            assertThat(server.ranges()).containsExactly("bytes=1234-");
            assertThat(folder.resolve("file.bin")).hasBinaryContent(CONTENT);
        }
    }

    @Test
    void aServerWithoutRangesIsReadFromTheStart() throws Exception {
        Files.write(folder.resolve("file.bin.part"), new byte[1234]);
        try (FlakyServer server = new FlakyServer(CONTENT).ignoringRanges()) {
            fetch(download(server.address()));

            assertThat(folder.resolve("file.bin")).hasBinaryContent(CONTENT);
        }
    }

    @Test
    void aConnectionThatKeepsBreakingLeavesThePartAndSaysHowToGoOn() throws Exception {
        try (FlakyServer server = new FlakyServer(CONTENT).breaking(99, 10_000)) {
            assertThatExceptionOfType(DataException.class)
                    .isThrownBy(() -> fetch(download(server.address())))
                    .withMessageContaining("run the same command again to continue after 40,000")
                    .withMessageContaining("put it at " + folder.resolve("file.bin"));
            assertThat(folder.resolve("file.bin.part")).hasSize(40_000);
        }
    }

    @Test
    void aWrongDigestIsReportedAndNothingIsKept() throws Exception {
        byte[] changed = CONTENT.clone();
        changed[7]++;
        try (FlakyServer server = new FlakyServer(changed)) {
            assertThatExceptionOfType(DataException.class)
                    .isThrownBy(() -> fetch(download(server.address())))
                    .withMessageContaining("SHA-256")
                    .withMessageContaining(digest(changed))
                    .withMessageContaining(digest(CONTENT));
            assertThat(folder).isEmptyDirectory();
        }
    }

    @Test
    void aLongerFileIsRefusedBeforeItIsRead() throws Exception {
        try (FlakyServer server = new FlakyServer(new byte[400_000])) {
            assertThatExceptionOfType(DataException.class)
                    .isThrownBy(() -> fetch(download(server.address())))
                    .withMessageContaining("more than the expected 300,000 bytes");
            assertThat(folder).isEmptyDirectory();
        }
    }

    @Test
    void aFileThatIsThereIsNotFetchedAgain() throws Exception {
        Files.write(folder.resolve("file.bin"), CONTENT);

        fetch(download(NOWHERE));

        assertThat(events).containsExactly("present");
    }

    @Test
    void anotherFileOfThatNameIsLeftAlone() throws Exception {
        Files.writeString(folder.resolve("file.bin"), "mine");

        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> fetch(download(NOWHERE)))
                .withMessageContaining("4 bytes, expected 300,000")
                .withMessageContaining("remove it");
        assertThat(folder.resolve("file.bin")).hasContent("mine");
    }

    @Test
    void withoutNetworkItSaysWhichFileToPutWhere() {
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> fetch(download(NOWHERE)))
                .withMessageContaining("the server cannot be reached")
                .withMessageContaining(
                        "fetch https://data.example/file.bin by other means and put it at %s (300,000 bytes, SHA-256 %s)"
                                .formatted(folder.resolve("file.bin"), digest(CONTENT)));
    }

    @Test
    void aFileThatTheServerDoesNotHaveIsNotAskedForAgain() throws Exception {
        try (FlakyServer server = new FlakyServer(CONTENT).answering(404)) {
            assertThatExceptionOfType(DataException.class)
                    .isThrownBy(() -> fetch(download(server.address())))
                    .withMessageContaining("status 404");
            assertThat(server.ranges()).hasSize(1);
        }
    }

    private Path fetch(Download download) throws InterruptedException, IOException {
        Files.createDirectories(folder);
        return new Downloader(Duration.ofMillis(500), address -> route.toURL().openConnection())
                .fetch(download, folder, new Listener());
    }

    /** Describe the download; whatever its address, it is served from here. */
    private Download download(URI served) {
        route = served;
        return new Download(ADDRESS, "file.bin", CONTENT.length, digest(CONTENT));
    }

    private static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    private final class Listener implements DownloadListener {
        @Override
        public void present(Download download) {
            events.add("present");
        }

        @Override
        public void progress(Download download, long bytes) {
            events.add(Long.toString(bytes));
        }

        @Override
        public void retry(Download download, String reason) {
            events.add("retry");
        }

        @Override
        public void done(Download download) {
            events.add("done");
        }
    }
}
