package dev.ramify.core.plugin;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** Compiles sources and packs them into a jar, as a plugin's author would. */
final class JarBuilder {

    private final Path work;
    private final Map<String, String> sources = new LinkedHashMap<>();
    private final List<String> services = new ArrayList<>();
    private final List<String> left = new ArrayList<>();
    private final Manifest manifest = new Manifest();

    JarBuilder(Path work) {
        this.work = work;
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    }

    JarBuilder source(String className, String text) {
        sources.put(className, text);
        return this;
    }

    JarBuilder service(String className) {
        services.add(className);
        return this;
    }

    JarBuilder leaveOut(String className) {
        left.add(className);
        return this;
    }

    JarBuilder version(String version) {
        manifest.getMainAttributes().putValue("Plugin-Version", version);
        return this;
    }

    /** Declare a plugin whose constructor does something. */
    JarBuilder plugin(String className, String member) {
        return source(
                        className,
                        "public class %s implements dev.ramify.api.plugin.RamifyPlugin { %s public String id() { return \"bad\"; } }"
                                .formatted(className, member))
                .service(className);
    }

    /** Declare a plugin with one strategy without options. */
    JarBuilder strategy(String plugin, String id) {
        return strategy(plugin, id, "");
    }

    /** Declare a plugin with one strategy. */
    JarBuilder strategy(String plugin, String id, String option) {
        String name = "Plugin" + plugin.toUpperCase(Locale.ROOT);
        return source(
                        name,
                        """
                        import dev.ramify.api.architecture.Architecture;
                        import dev.ramify.api.branching.BranchingStrategy;
                        import java.util.List;
                        public class %s implements dev.ramify.api.plugin.RamifyPlugin {
                          public String id() { return "%s"; }
                          public List<BranchingStrategy<?>> strategies() { return List.of(new S()); }
                          record O(%s) {}
                          static class S implements BranchingStrategy<O> {
                            public String id() { return "%s"; }
                            public String summary() { return "A test."; }
                            public Class<O> options() { return O.class; }
                            public Architecture branch(Architecture trunk, O o) { return trunk; }
                          }
                        }
                        """
                                .formatted(name, plugin, option, id))
                .service(name);
    }

    Path build(Path jar) throws IOException {
        Path classes = compile();
        Files.createDirectories(jar.toAbsolutePath().getParent());
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream pack = new JarOutputStream(out, manifest);
                Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                String name = classes.relativize(file).toString();
                if (left.stream().noneMatch(l -> name.equals(l + ".class"))) {
                    pack.putNextEntry(new JarEntry(name));
                    pack.write(Files.readAllBytes(file));
                }
            }
            if (!services.isEmpty()) {
                pack.putNextEntry(
                        new JarEntry("META-INF/services/dev.ramify.api.plugin.RamifyPlugin"));
                pack.write(String.join("\n", services).getBytes(StandardCharsets.UTF_8));
            }
        }
        return jar;
    }

    private Path compile() throws IOException {
        Path folder = Files.createTempDirectory(work, "jar");
        Path classes = Files.createDirectories(folder.resolve("classes"));
        String path = System.getProperty("java.class.path");
        List<String> arguments =
                new ArrayList<>(List.of("-proc:none", "-d", classes.toString(), "-cp", path));
        for (Map.Entry<String, String> source : sources.entrySet()) {
            Path file = folder.resolve(source.getKey() + ".java");
            Files.writeString(file, source.getValue());
            arguments.add(file.toString());
        }
        if (ToolProvider.getSystemJavaCompiler()
                        .run(null, null, null, arguments.toArray(String[]::new))
                != 0) {
            throw new AssertionError("the sources of the test do not compile");
        }
        return classes;
    }
}
