package dev.ramify.plugins.datasets.cifar;

import dev.ramify.plugins.datasets.cifar.CifarLayout.BatchFile;
import dev.ramify.plugins.datasets.files.Problems;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** The batch files in a folder. */
record CifarFolder(Path path, CifarLayout layout) implements CifarSource {

    @Override
    public Map<String, String> readInto(BatchReader reader, Problems problems) {
        Map<String, String> digests = new LinkedHashMap<>();
        for (BatchFile file : layout.files()) {
            Path where = path.resolve(file.name());
            try {
                if (isWhole(file, where, problems)) {
                    digests.put(
                            file.name(), reader.take(file, where.toString(), content(file, where)));
                }
            } catch (IOException e) {
                problems.addUnreadable(where, e);
            }
        }
        return digests;
    }

    private boolean isWhole(BatchFile file, Path where, Problems problems) throws IOException {
        if (!Files.exists(where)) {
            problems.add(where, "the file is missing", layout.howToGet());
            return false;
        }
        if (!Files.isRegularFile(where)) {
            problems.add(where, "this is not a file", layout.howToGet());
            return false;
        }
        long found = Files.size(where);
        long expected = layout.bytes(file);
        if (found != expected) {
            problems.add(
                    where,
                    "found %,d bytes, expected %,d (%,d records of %,d bytes)"
                            .formatted(found, expected, file.records(), layout.recordBytes()),
                    Problems.GET_AGAIN);
        }
        return found == expected;
    }

    private byte[] content(BatchFile file, Path where) throws IOException {
        try (InputStream in = Files.newInputStream(where)) {
            byte[] content = in.readNBytes(layout.bytes(file));
            if (content.length < layout.bytes(file)) {
                throw new IOException("it shrank while it was read");
            }
            return content;
        }
    }
}
