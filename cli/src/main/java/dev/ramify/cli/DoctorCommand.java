package dev.ramify.cli;

import dev.ramify.core.HostFolders;
import dev.ramify.core.machine.Machine;
import dev.ramify.core.machine.MatrixProbe;
import dev.ramify.core.machine.NativeFolder;
import dev.ramify.core.plugin.ExtensionRegistry;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Checks the installation. */
@Command(
        name = "doctor",
        description = "Check Java, the native libraries, their speed, memory and plugins.",
        footerHeading = "%nExamples:%n",
        footer = {"  ${ROOT-COMMAND-NAME} doctor", "  ${ROOT-COMMAND-NAME} doctor --json"})
final class DoctorCommand implements Callable<Integer> {

    private final MatrixProbe probe;
    private final Provider<ExtensionRegistry> registry;
    private final HostFolders folders;
    private final Console console;

    @Option(names = "--json", description = "Write the findings as JSON.")
    private boolean json;

    @Inject
    DoctorCommand(
            MatrixProbe probe,
            Provider<ExtensionRegistry> registry,
            HostFolders folders,
            Console console) {
        this.probe = probe;
        this.registry = registry;
        this.folders = folders;
        this.console = console;
    }

    @Override
    public Integer call() {
        Map<String, Object> findings = new LinkedHashMap<>();
        findings.put("ramify", VersionProvider.version());
        Machine machine = Machine.current();
        findings.put("java", machine.jvm());
        findings.put("system", machine.system());
        findings.put("processor", machine.cpu());
        findings.put("cores", machine.cores());
        findings.put("memory", Units.bytes(machine.memory()));
        findings.put("heap", Units.bytes(machine.heap()));
        findings.put("downloads", folders.cache().toString());
        ExtensionRegistry plugins = registry.get();
        findings.put("plugins", plugins.plugins().size());
        ExitCode code = ExitCode.OK;
        try {
            MatrixProbe.Result result = probe.measure();
            findings.put("backend", result.backend());
            findings.put("blas", result.blas());
            findings.put("speed", "%.1f GFLOP/s in matrix products".formatted(result.gflops()));
        } catch (IllegalStateException e) {
            console.complain(
                    NativeFolder.failure(e, Failures.nativeFolder())
                            .orElse(
                                    "%s; the distribution holds those of one platform, see -Djavacpp.platform"
                                            .formatted(e.getMessage())));
            code = ExitCode.FAILED;
        }
        plugins.broken().forEach(broken -> console.complain("not loaded: " + broken));
        if (code == ExitCode.OK && !plugins.broken().isEmpty()) {
            code = ExitCode.PLUGIN;
        }
        print(findings);
        return code.code();
    }

    private void print(Map<String, Object> findings) {
        if (json) {
            console.out().println(Json.document("doctor", findings));
        } else {
            findings.forEach((name, value) -> console.out().printf("%-10s %s%n", name, value));
        }
    }
}
