package dev.ramify.core.plugin;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Stream;

/** Finds out where a class came from. */
final class Origins {

    private static final String UNKNOWN = "unknown";

    private Origins() {}

    static PluginOrigin of(Class<?> type) {
        CodeSource code = type.getProtectionDomain().getCodeSource();
        if (code == null || code.getLocation() == null) {
            return new PluginOrigin(type.getName(), UNKNOWN, UNKNOWN);
        }
        String location = code.getLocation().toString();
        try {
            Path path = Path.of(code.getLocation().toURI());
            return Files.isDirectory(path)
                    ? new PluginOrigin(path.toString(), UNKNOWN, digestOfFolder(path))
                    : new PluginOrigin(path.toString(), version(path), digest(List.of(path), path));
        } catch (IOException | URISyntaxException | IllegalArgumentException e) {
            return new PluginOrigin(location, UNKNOWN, UNKNOWN);
        }
    }

    private static String version(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            return Optional.ofNullable(file.getManifest())
                    .map(Manifest::getMainAttributes)
                    .flatMap(Origins::version)
                    .orElse(UNKNOWN);
        }
    }

    private static Optional<String> version(Attributes attributes) {
        return Stream.of("Plugin-Version", "Implementation-Version")
                .map(attributes::getValue)
                .filter(value -> value != null && !value.isBlank())
                .findFirst();
    }

    private static String digestOfFolder(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return digest(files.filter(Files::isRegularFile).sorted().toList(), folder);
        }
    }

    private static String digest(List<Path> files, Path root) throws IOException {
        MessageDigest digest = sha256();
        for (Path file : files) {
            if (files.size() > 1) {
                digest.update(root.relativize(file).toString().getBytes(StandardCharsets.UTF_8));
            }
            digest.update(Files.readAllBytes(file));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
