package dev.ramify.core.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** The physical memory that this process takes, where the system tells. */
public final class ResidentMemory {

    private static final Path STATUS = Path.of("/proc/self/status");
    private static final long KIB = 1024;

    private ResidentMemory() {}

    /** Return the memory taken now, in bytes. */
    public static OptionalLong now() {
        return read("VmRSS:");
    }

    /** Return the most memory ever taken, in bytes. */
    public static OptionalLong peak() {
        return read("VmHWM:");
    }

    private static OptionalLong read(String name) {
        if (!Files.isReadable(STATUS)) {
            return OptionalLong.empty();
        }
        try (Stream<String> lines = Files.lines(STATUS)) {
            return lines.filter(line -> line.startsWith(name))
                    .map(line -> line.replaceAll("\\D", ""))
                    .mapToLong(kib -> Long.parseLong(kib) * KIB)
                    .findFirst();
        } catch (IOException e) {
            return OptionalLong.empty();
        }
    }
}
