package dev.ramify.core.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class NativeFolderTests {

    @TempDir private Path folder;

    @Test
    void theHomeOfTheUserComesFirst() {
        NativeFolder choice = NativeFolder.choose(properties(folder.toString()));

        assertThat(choice.folder()).isEqualTo(folder.resolve(".javacpp/cache"));
        assertThat(choice.usable()).isTrue();
        assertThat(choice.refusals()).isEmpty();
    }

    @Test
    void aHomeThatIsNoFolderIsNotMadeOne() {
        NativeFolder choice = NativeFolder.choose(properties("?"));

        assertThat(choice.folder()).isEqualTo(folder.resolve("tmp/.javacpp-somebody/cache"));
        assertThat(choice.usable()).isTrue();
        assertThat(choice.refusals())
                .singleElement()
                .isEqualTo("the home of the user (`?`) is no folder");
        assertThat(Path.of("?")).doesNotExist();
    }

    @Test
    void aHomeThatCannotBeWrittenIsNamedWithTheReason() throws IOException {
        Files.writeString(folder.resolve(".javacpp"), "in the way");

        NativeFolder choice = NativeFolder.choose(properties(folder.toString()));

        assertThat(choice.folder()).startsWith(folder.resolve("tmp"));
        assertThat(choice.refusals())
                .singleElement()
                .asString()
                .startsWith(folder.resolve(".javacpp/cache") + " cannot be written");
    }

    @Test
    void aFolderThatAPersonNamedIsTakenAsItIs() {
        Properties properties = properties(folder.toString());
        properties.setProperty(NativeFolder.PROPERTY, "/elsewhere");

        assertThat(NativeFolder.choose(properties))
                .isEqualTo(new NativeFolder(Path.of("/elsewhere"), true, List.of()));
    }

    @Test
    void aFolderMountedWithoutProgramsIsRefused() throws IOException {
        Path mount = mountWithoutPrograms();
        assumeThat(mount).as("a writable mount with noexec").isNotNull();

        Path inside = Files.createTempDirectory(mount, "ramify");

        try {
            assertThat(NativeFolder.refusal(inside)).get().asString().contains("noexec");
        } finally {
            Files.delete(inside);
        }
    }

    @Test
    void librariesThatDoNotLoadAreToldWithWhatHelps() {
        Throwable failure =
                new ExceptionInInitializerError(
                        new IllegalStateException(
                                "no backend", new UnsatisfiedLinkError("x.so: failed to map")));

        assertThat(NativeFolder.failure(failure, folder))
                .hasValueSatisfying(
                        line ->
                                assertThat(line)
                                        .contains(folder.toString())
                                        .contains("x.so: failed to map")
                                        .contains("-Dorg.bytedeco.javacpp.cachedir=FOLDER")
                                        .doesNotContain("\n"));
    }

    @Test
    void otherFailuresAreNotBlamedOnLibraries() {
        assertThat(NativeFolder.failure(new NoClassDefFoundError("com/acme/Missing"), folder))
                .isEmpty();
        assertThat(NativeFolder.failure(new IllegalStateException("x"), folder)).isEmpty();
    }

    private Properties properties(String home) {
        Properties properties = new Properties();
        properties.setProperty("user.home", home);
        properties.setProperty("user.name", "some?body");
        properties.setProperty("java.io.tmpdir", folder.resolve("tmp").toString());
        return properties;
    }

    private static @Nullable Path mountWithoutPrograms() throws IOException {
        Path mounts = Path.of("/proc/mounts");
        if (!Files.isReadable(mounts)) {
            return null;
        }
        return Files.readAllLines(mounts).stream()
                .map(line -> line.split(" ", -1))
                .filter(fields -> fields[2].equals("tmpfs") && fields[3].contains("noexec"))
                .map(fields -> Path.of(fields[1]))
                .filter(Files::isWritable)
                .findFirst()
                .orElse(null);
    }
}
