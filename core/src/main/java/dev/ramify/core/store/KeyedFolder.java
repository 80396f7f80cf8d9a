package dev.ramify.core.store;

import dev.ramify.core.digest.Sha256;
import dev.ramify.core.store.AtomicFile.Contents;
import dev.ramify.core.store.AtomicFile.Part;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A folder whose files are taken over only if they are, byte for byte, what was written, and if
 * they were made from what the reader asks for.
 *
 * <p>Files that belong together are written together: all beside their places, then the manifest,
 * which decides, then each is moved to its place. Whoever opens the folder finishes what was
 * decided, and removes what was not. Used by one thread.
 */
public final class KeyedFolder {

    private static final String SCRATCH = ".scratch";

    private final Path folder;
    private final Runnable guard;
    private final Optional<String> damage;
    private final Map<String, String> found = new HashMap<>();
    private Manifest manifest;

    /** What there is of a file. */
    public enum State {
        /** It is what was written, and it was made from the same. */
        SOUND,
        /** It was made from something else. */
        OUTDATED,
        /** It was written but is gone, or other bytes are in its place. */
        DAMAGED,
        /** Nothing was written. */
        ABSENT
    }

    private KeyedFolder(Path folder, Runnable guard, Manifest manifest, Optional<String> damage) {
        this.folder = folder;
        this.guard = guard;
        this.manifest = manifest;
        this.damage = damage;
    }

    /**
     * Open a folder to write in it. Its manifest being damaged, nothing in it counts as written.
     *
     * @param guard is run before each writing, and throws if nothing may be written any more
     */
    public static KeyedFolder open(Path folder, Runnable guard) {
        KeyedFolder opened = look(folder, guard);
        try {
            opened.finishWriting();
            opened.removeScratch();
        } catch (IOException e) {
            throw new UncheckedIOException(IoReason.of(folder, "cannot be tidied", e), e);
        }
        return opened;
    }

    /** Open a folder to read in it; nothing in it is touched. */
    public static KeyedFolder look(Path folder) {
        return look(
                folder,
                () -> {
                    throw new IllegalStateException(folder + " was opened to be read");
                });
    }

    private static KeyedFolder look(Path folder, Runnable guard) {
        try {
            return new KeyedFolder(folder, guard, Manifest.read(folder), Optional.empty());
        } catch (DamagedFileException e) {
            return new KeyedFolder(
                    folder, guard, Manifest.EMPTY, Optional.ofNullable(e.getMessage()));
        }
    }

    /** Move to their places what a killed program had decided to write. */
    private void finishWriting() throws IOException {
        for (Map.Entry<String, Manifest.Entry> each : manifest.entries().entrySet()) {
            Path file = file(each.getKey());
            Path part = AtomicFile.partOf(file);
            if (Files.isRegularFile(part) && Sha256.of(part).equals(each.getValue().sha256())) {
                Files.move(
                        part,
                        file,
                        StandardCopyOption.ATOMIC_MOVE,
                        StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private void removeScratch() throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        List<Path> scratch = new ArrayList<>();
        Files.walkFileTree(
                folder,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult preVisitDirectory(Path path, BasicFileAttributes is) {
                        // Folders with a manifest of their own are tidied when they are opened.
                        return path.equals(folder) || !Files.exists(path.resolve(Manifest.NAME))
                                ? FileVisitResult.CONTINUE
                                : FileVisitResult.SKIP_SUBTREE;
                    }

                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes is) {
                        if (isScratch(file)) {
                            scratch.add(file);
                        }
                        return FileVisitResult.CONTINUE;
                    }
                });
        for (Path file : scratch) {
            Files.deleteIfExists(file);
        }
    }

    private static boolean isScratch(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(AtomicFile.PART) || name.endsWith(SCRATCH);
    }

    /** Return what is wrong with the manifest, if anything is. */
    public Optional<String> damage() {
        return damage;
    }

    /** Return the folder itself. */
    public Path path() {
        return folder;
    }

    /** Return the place of a file. */
    public Path file(String name) {
        return folder.resolve(name);
    }

    /** Tell whether the folder holds nothing, or nothing that the manifest knows. */
    public boolean isUnknown() {
        return manifest.entries().isEmpty();
    }

    /** List the names of all files that were written. */
    public List<String> names() {
        return List.copyOf(manifest.entries().keySet());
    }

    /** Return what a file was made from, if it was written. */
    public Optional<String> key(String name) {
        return Optional.ofNullable(manifest.entries().get(name)).map(Manifest.Entry::key);
    }

    /** Tell what there is of a file. */
    public State state(String name, String key) {
        Manifest.Entry entry = manifest.entries().get(name);
        if (entry == null) {
            return State.ABSENT;
        }
        if (!entry.key().equals(key)) {
            return State.OUTDATED;
        }
        return isIntact(name) ? State.SOUND : State.DAMAGED;
    }

    /** Tell whether the bytes of a file are those that were written. */
    public boolean isIntact(String name) {
        Manifest.Entry entry = manifest.entries().get(name);
        return entry != null && entry.sha256().equals(digest(name));
    }

    /** Digest a file once; nobody else writes while this is open. */
    private String digest(String name) {
        return found.computeIfAbsent(
                name,
                missing -> {
                    try {
                        return Sha256.of(file(name));
                    } catch (NoSuchFileException e) {
                        return "missing";
                    } catch (IOException e) {
                        return "unreadable: " + e;
                    }
                });
    }

    /**
     * Return the digest of what was written as a file.
     *
     * @throws IllegalStateException if nothing was written
     */
    public String sha256(String name) {
        Manifest.Entry entry = manifest.entries().get(name);
        if (entry == null) {
            throw new IllegalStateException(file(name) + " was not written");
        }
        return entry.sha256();
    }

    /**
     * Require that a file is what was written.
     *
     * @throws DamagedFileException if it is not
     */
    public void require(String name) {
        if (!isIntact(name)) {
            throw new DamagedFileException(
                    file(name),
                    Files.exists(file(name))
                            ? "it does not hold what was written"
                            : "it is missing");
        }
    }

    /**
     * Write files that belong together: all or none of them.
     *
     * @param key digest of all that they were made from
     * @param files by name
     * @throws UncheckedIOException if that cannot be done; what was there before is still there
     */
    public void write(String key, Map<String, Contents> files) {
        guard.run();
        List<Part> parts = new ArrayList<>();
        Map<String, Manifest.Entry> entries = new LinkedHashMap<>();
        try {
            files.forEach(
                    (name, contents) -> {
                        Part part = AtomicFile.part(file(name), contents);
                        parts.add(part);
                        entries.put(name, new Manifest.Entry(key, part.sha256()));
                    });
            Manifest next = manifest.with(entries);
            next.write(folder);
            manifest = next;
        } catch (UncheckedIOException e) {
            parts.forEach(Part::discard);
            throw e;
        }
        parts.forEach(Part::commit);
        entries.forEach((name, entry) -> found.put(name, entry.sha256()));
    }

    /** Forget files and delete them. */
    public void remove(List<String> names) {
        List<String> known = names.stream().filter(manifest.entries()::containsKey).toList();
        if (known.isEmpty()) {
            return;
        }
        guard.run();
        manifest = manifest.without(known);
        manifest.write(folder);
        for (String name : known) {
            found.remove(name);
            try {
                Files.deleteIfExists(file(name));
            } catch (IOException e) {
                throw new UncheckedIOException(
                        IoReason.of(file(name), "could not be deleted", e), e);
            }
        }
    }
}
