package dev.ramify.core.machine;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What this machine is.
 *
 * @param system operating system and architecture
 * @param cpu model of the processor
 * @param cores processors that this process may use
 * @param memory physical memory in bytes
 * @param heap most memory that the heap may take, in bytes
 * @param jvm name and version of the Java virtual machine
 */
public record Machine(String system, String cpu, int cores, long memory, long heap, String jvm) {

    private static final Path CPU_INFO = Path.of("/proc/cpuinfo");

    /** Find out. */
    public static Machine current() {
        return new Machine(
                "%s %s, %s"
                        .formatted(
                                System.getProperty("os.name"),
                                System.getProperty("os.version"),
                                System.getProperty("os.arch")),
                cpuModel().orElse("unknown"),
                Runtime.getRuntime().availableProcessors(),
                physicalMemory(),
                Runtime.getRuntime().maxMemory(),
                "%s %s".formatted(System.getProperty("java.vm.name"), Runtime.version()));
    }

    private static Optional<String> cpuModel() {
        if (!Files.isReadable(CPU_INFO)) {
            return Optional.ofNullable(System.getenv("PROCESSOR_IDENTIFIER"));
        }
        try (Stream<String> lines = Files.lines(CPU_INFO)) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static long physicalMemory() {
        return ManagementFactory.getOperatingSystemMXBean()
                        instanceof com.sun.management.OperatingSystemMXBean system
                ? system.getTotalMemorySize()
                : 0;
    }
}
