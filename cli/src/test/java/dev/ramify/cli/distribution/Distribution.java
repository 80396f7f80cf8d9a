package dev.ramify.cli.distribution;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The folder that the build has made to be shipped. */
record Distribution(Path folder) {

    static Distribution built() {
        String folder = System.getProperty("ramify.distribution");
        assumeTrue(folder != null, "the distribution is tested where the build made it");
        return new Distribution(Path.of(folder));
    }

    /** List the jars that are shipped, those of plugins included. */
    List<Path> jars() {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(each -> each.toString().endsWith(".jar")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** List the jars that are not made here. */
    List<Path> libraries() {
        return jars().stream().filter(each -> !isOurs(each)).toList();
    }

    static boolean isOurs(Path jar) {
        return jar.getFileName().toString().startsWith("ramify-");
    }

    static List<? extends ZipEntry> entries(Path jar) {
        try (ZipFile file = new ZipFile(jar.toFile())) {
            return file.stream().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String text(String name) {
        try {
            return Files.readString(folder.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
