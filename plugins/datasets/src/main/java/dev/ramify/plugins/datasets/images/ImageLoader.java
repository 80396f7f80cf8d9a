package dev.ramify.plugins.datasets.images;

import dev.ramify.api.data.DataException;
import dev.ramify.plugins.datasets.files.MemoryBudget;
import dev.ramify.plugins.datasets.files.Problems;
import dev.ramify.plugins.datasets.files.Sha256;
import dev.ramify.plugins.datasets.memory.ByteImages;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Reads all images of a folder on several threads, in an order that does not depend on them. */
final class ImageLoader {

    private static final long MOST_FILE_BYTES = 1L << 28;

    private final ImagesOptions options;
    private final MemoryBudget budget;

    ImageLoader(ImagesOptions options, MemoryBudget budget) {
        this.options = options;
        this.budget = budget;
    }

    /**
     * Read a folder; unreadable images go to the problems.
     *
     * @param digests receives one digest per class, over the names and digests of its files
     */
    ByteImages load(ImageFolder folder, Map<String, String> digests, Problems problems) {
        long needed = 3L * options.size() * options.size() * folder.count();
        if (!budget.holds(needed)) {
            problems.add(budget.problem(folder.path(), needed));
            return new ByteImages(new byte[0][], new int[0]);
        }
        List<ByteImages> byClass = new ArrayList<>();
        for (int label = 0; label < folder.classes().size(); label++) {
            byClass.add(loadClass(folder, label, digests, problems));
        }
        return ByteImages.join(byClass);
    }

    private ByteImages loadClass(
            ImageFolder folder, int label, Map<String, String> digests, Problems problems) {
        List<Path> files = folder.files().get(label);
        List<Outcome> outcomes = files.parallelStream().map(this::load).toList();
        List<byte[]> pixels = new ArrayList<>();
        MessageDigest digest = Sha256.start();
        for (int i = 0; i < files.size(); i++) {
            if (outcomes.get(i) instanceof Loaded image) {
                String line = folder.relative(files.get(i)) + " " + image.sha256 + "\n";
                digest.update(line.getBytes(StandardCharsets.UTF_8));
                pixels.add(image.pixels);
            } else if (outcomes.get(i) instanceof Failed failed) {
                problems.add(failed.problem());
            }
        }
        Path shown = folder.path().resolve(folder.classes().get(label));
        digests.put(shown.toString(), Sha256.finish(digest));
        int[] labels = new int[pixels.size()];
        Arrays.fill(labels, label);
        return new ByteImages(pixels.toArray(byte[][]::new), labels);
    }

    private Outcome load(Path file) {
        try {
            long bytes = Files.size(file);
            if (bytes > MOST_FILE_BYTES) {
                throw new UnreadableImageException(
                        "the file has %,d bytes, expected at most %,d"
                                .formatted(bytes, MOST_FILE_BYTES),
                        "make the image smaller, or remove it");
            }
            byte[] content = Files.readAllBytes(file);
            return new Loaded(
                    ImageDecoder.decode(content, options.size(), options.fit()),
                    Sha256.of(content));
        } catch (UnreadableImageException e) {
            return failed(file, Problems.describe(e), e.remedy());
        } catch (IOException e) {
            return failed(
                    file,
                    "the file cannot be read: " + Problems.describe(e),
                    "allow this user to read it");
        }
    }

    private static Failed failed(Path file, String reason, String remedy) {
        return new Failed(new DataException.Problem(file.toString(), reason, remedy));
    }

    /** What became of one file. */
    private sealed interface Outcome permits Loaded, Failed {}

    private static final class Loaded implements Outcome {

        private final byte[] pixels;
        private final String sha256;

        Loaded(byte[] pixels, String sha256) {
            this.pixels = pixels;
            this.sha256 = sha256;
        }
    }

    private record Failed(DataException.Problem problem) implements Outcome {}
}
