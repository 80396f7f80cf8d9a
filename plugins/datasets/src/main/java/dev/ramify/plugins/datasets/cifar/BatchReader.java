package dev.ramify.plugins.datasets.cifar;

import dev.ramify.api.data.DataException;
import dev.ramify.plugins.datasets.cifar.CifarLayout.BatchFile;
import dev.ramify.plugins.datasets.files.Problems;
import dev.ramify.plugins.datasets.files.Sha256;
import dev.ramify.plugins.datasets.memory.ByteImages;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Takes the contents of batch files, checks them and keeps their images. Not thread-safe. */
final class BatchReader {

    private final CifarLayout layout;
    private final boolean verify;
    private final Problems problems;
    private final Map<String, ByteImages> batches = new HashMap<>();

    BatchReader(CifarLayout layout, boolean verify, Problems problems) {
        this.layout = layout;
        this.verify = verify;
        this.problems = problems;
    }

    /**
     * Check one file and keep its images.
     *
     * @param where the file as messages name it
     * @param content as many bytes as the layout says
     * @return the SHA-256 digest of the content
     */
    String take(BatchFile file, String where, byte[] content) {
        String digest = Sha256.of(content);
        String wrongLabels = wrongLabels(file, content);
        String published = file.sha256();
        if (wrongLabels != null) {
            problems.add(new DataException.Problem(where, wrongLabels, Problems.GET_AGAIN));
        } else if (verify && published != null && !published.equals(digest)) {
            problems.add(
                    new DataException.Problem(
                            where,
                            "the content is not the published one: found SHA-256 %s, expected %s"
                                    .formatted(digest, published),
                            "get the file again, or say 'verify: false' if it was changed on"
                                    + " purpose"));
        }
        batches.put(file.name(), images(file, content));
        return digest;
    }

    /** Return the images of some files, all of which were taken. */
    ByteImages images(List<BatchFile> files) {
        return ByteImages.join(files.stream().map(f -> batches.get(f.name())).toList());
    }

    private @Nullable String wrongLabels(BatchFile file, byte[] content) {
        int wrong = 0;
        String first = "";
        for (int record = 0; record < file.records(); record++) {
            for (int b = 0; b < layout.labelBytes(); b++) {
                int at = record * layout.recordBytes() + b;
                int label = content[at] & 0xff;
                int names = names(b).size();
                if (label >= names && wrong++ == 0) {
                    first =
                            "the first is %d at byte %d, in record %d; expected 0 to %d"
                                    .formatted(label, at, record, names - 1);
                }
            }
        }
        return wrong == 0 ? null : "%d labels are out of range: %s".formatted(wrong, first);
    }

    private List<String> names(int labelByte) {
        return labelByte == layout.labelBytes() - 1 ? layout.classes() : layout.superclasses();
    }

    private ByteImages images(BatchFile file, byte[] content) {
        byte[][] pixels = new byte[file.records()][];
        int[] labels = new int[file.records()];
        int[] coarse = new int[file.records()];
        for (int record = 0; record < file.records(); record++) {
            int start = record * layout.recordBytes();
            int image = start + layout.labelBytes();
            coarse[record] = content[start] & 0xff;
            labels[record] = content[image - 1] & 0xff;
            pixels[record] = Arrays.copyOfRange(content, image, image + CifarLayout.IMAGE_BYTES);
        }
        return layout.superclasses().isEmpty()
                ? new ByteImages(pixels, labels)
                : new ByteImages(pixels, labels, coarse);
    }
}
