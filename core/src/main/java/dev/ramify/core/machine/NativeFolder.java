package dev.ramify.core.machine;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * The folder into which native libraries are unpacked when they are first used, some 500 MiB, and
 * from which they are loaded. JavaCPP takes the home of the user without asking whether it may hold
 * programs or has room; this asks first, and takes the folder for temporary files where it must.
 * Immutable.
 *
 * @param folder the folder
 * @param usable whether libraries can be unpacked to it and loaded from it, as far as that is known
 * @param refusals the folders that cannot be used, each with the reason
 */
public record NativeFolder(Path folder, boolean usable, List<String> refusals) {

    /** The property by which JavaCPP is told of the folder. */
    public static final String PROPERTY = "org.bytedeco.javacpp.cachedir";

    static final long ROOM = 500L << 20;

    /** What the libraries of linear algebra alone take: a folder with so much has been in use. */
    private static final long UNPACKED = 400L << 20;

    private static final String DEFAULT = ".javacpp";

    public NativeFolder {
        refusals = List.copyOf(refusals);
    }

    /**
     * Choose a folder. One that a person has named is taken as it is.
     *
     * @param properties of the system: the named folder, {@code user.home}, {@code user.name} and
     *     {@code java.io.tmpdir}
     */
    public static NativeFolder choose(Properties properties) {
        String named = properties.getProperty(PROPERTY, "");
        if (!named.isEmpty()) {
            return new NativeFolder(Path.of(named), true, List.of());
        }
        List<String> refusals = new ArrayList<>();
        List<Path> candidates = candidates(properties, refusals);
        for (Path candidate : candidates) {
            Optional<String> refusal = refusal(candidate);
            if (refusal.isEmpty() && isForeign(candidate)) {
                refusal = Optional.of("belongs to another user");
            }
            if (refusal.isEmpty()) {
                return new NativeFolder(candidate, true, refusals);
            }
            refusals.add("%s %s".formatted(candidate, refusal.get()));
        }
        return new NativeFolder(candidates.get(0), false, refusals);
    }

    private static List<Path> candidates(Properties properties, List<String> refusals) {
        List<Path> candidates = new ArrayList<>();
        String home = properties.getProperty("user.home", "");
        if (isFolder(home)) {
            candidates.add(Path.of(home).resolve(DEFAULT).resolve("cache"));
        } else {
            refusals.add("the home of the user (`%s`) is no folder".formatted(home));
        }
        String user = properties.getProperty("user.name", "").replaceAll("[^A-Za-z0-9._-]", "");
        Path temporary = Path.of(properties.getProperty("java.io.tmpdir", "."));
        candidates.add(temporary.resolve(DEFAULT + "-" + user).resolve("cache"));
        return candidates;
    }

    private static boolean isFolder(String home) {
        try {
            return Path.of(home).isAbsolute() && Files.isDirectory(Path.of(home));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    /**
     * Say why native libraries did not load, in one line with what helps, if that is what failed.
     *
     * @param folder the folder that they were unpacked to
     */
    public static Optional<String> failure(Throwable failure, Path folder) {
        Throwable root = failure;
        boolean natives = false;
        while (root.getCause() != null) {
            natives |= isOfNatives(root);
            root = root.getCause();
        }
        return natives || isOfNatives(root)
                ? Optional.of(
                        "native libraries cannot be loaded from %s: %s; RAMIFY_OPTS=-D%s=FOLDER names a folder that may hold programs and has %d MiB of room"
                                .formatted(
                                        folder,
                                        refusal(folder)
                                                .map("the folder "::concat)
                                                .orElse(String.valueOf(root.getMessage())),
                                        PROPERTY,
                                        ROOM >> 20))
                : Optional.empty();
    }

    private static boolean isOfNatives(Throwable failure) {
        return failure instanceof UnsatisfiedLinkError
                || failure instanceof NoClassDefFoundError
                        && String.valueOf(failure.getMessage())
                                .matches("Could not initialize class org\\.(nd4j|bytedeco)\\..*");
    }

    /** Say why libraries cannot be unpacked to a folder and loaded from it, if they cannot. */
    public static Optional<String> refusal(Path folder) {
        Path probe = null;
        try {
            Files.createDirectories(folder);
            probe = Files.createTempFile(folder, "probe", "");
            if (probe.toFile().setExecutable(true) && !Files.isExecutable(probe)) {
                return Optional.of("may not hold programs (it is mounted `noexec`)");
            }
            long free = Files.getFileStore(folder).getUsableSpace();
            if (free < ROOM && size(folder) < UNPACKED) {
                return Optional.of(
                        "has no room: %d MiB are free, %d are needed"
                                .formatted(free >> 20, ROOM >> 20));
            }
            return Optional.empty();
        } catch (IOException | UnsupportedOperationException e) {
            return Optional.of("cannot be written: " + reason(e));
        } finally {
            delete(probe);
        }
    }

    /** Folders for temporary files are open to all, and what is loaded must be one's own. */
    private static boolean isForeign(Path folder) {
        Path user = folder.getParent();
        if (user == null || user.endsWith(DEFAULT)) {
            return false;
        }
        Path probe = null;
        try {
            probe = Files.createTempFile("probe", "");
            return !Files.getOwner(user).equals(Files.getOwner(probe));
        } catch (IOException | UnsupportedOperationException e) {
            return true;
        } finally {
            delete(probe);
        }
    }

    private static String reason(Exception e) {
        String message = String.valueOf(e.getMessage());
        return message.substring(message.lastIndexOf(": ") + 1).strip();
    }

    private static void delete(@Nullable Path probe) {
        if (probe != null && !probe.toFile().delete()) {
            probe.toFile().deleteOnExit();
        }
    }

    private static long size(Path folder) throws IOException {
        long[] bytes = {0};
        Files.walkFileTree(
                folder,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                        bytes[0] += attributes.size();
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFileFailed(Path file, IOException e) {
                        return FileVisitResult.CONTINUE;
                    }
                });
        return bytes[0];
    }
}
