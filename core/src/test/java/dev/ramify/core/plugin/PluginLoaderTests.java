package dev.ramify.core.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.ramify.api.branching.BranchingStrategy;
import dev.ramify.core.pipeline.ReservedKeys;
import dev.ramify.core.pipeline.binding.OptionsCheck;
import dev.ramify.core.pipeline.binding.Schemas;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PluginLoaderTests {

    @TempDir private Path work;

    @Test
    void aJarInTheFolderIsFoundWithItsVersionAndDigest() throws Exception {
        Path jar = jar().strategy("a", "halves").version("1.2").build(plugin("a.jar"));

        ExtensionRegistry registry = load();

        byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(jar));
        assertThat(registry.broken()).isEmpty();
        assertThat(registry.find(ExtensionKind.STRATEGY, "halves").orElseThrow().plugin().origin())
                .isEqualTo(
                        new PluginOrigin(jar.toString(), "1.2", HexFormat.of().formatHex(digest)));
    }

    @Test
    void theApiIsSharedAndThePluginItselfIsNot() throws Exception {
        jar().strategy("a", "halves").build(plugin("a.jar"));

        Object extension = load().find(ExtensionKind.STRATEGY, "halves").orElseThrow().extension();

        assertThat(extension).isInstanceOf(BranchingStrategy.class);
        assertThat(extension.getClass().getClassLoader()).isInstanceOf(PluginClassLoader.class);
    }

    @Test
    void classesOfTheHostAreHiddenFromPlugins() throws Exception {
        try (PluginClassLoader loader =
                new PluginClassLoader("test", List.of(), getClass().getClassLoader())) {
            assertThat(loader.loadClass("dev.ramify.api.option.NoOptions")).isNotNull();
            for (String hidden :
                    List.of("dev.ramify.core.plugin.PluginLoader", "com.google.inject.Guice")) {
                assertThatExceptionOfType(ClassNotFoundException.class)
                        .isThrownBy(() -> loader.loadClass(hidden));
            }
        }
    }

    @Test
    void twoPluginsMayHoldTwoVersionsOfOneClass() throws Exception {
        for (String id : List.of("a", "b")) {
            String shared =
                    "public class Shared { public String toString() { return \"" + id + "\"; } }";
            jar().strategy(id, id + "-way").source("Shared", shared).build(plugin(id + ".jar"));
        }

        ExtensionRegistry registry = load();

        for (String id : List.of("a", "b")) {
            assertThat(sibling(registry, id + "-way", "Shared").getConstructor().newInstance())
                    .hasToString(id);
        }
    }

    @Test
    void aFolderHoldsAPluginWithItsLibraries() throws Exception {
        jar().source("Library", "public class Library {}").build(plugin("a/library.jar"));
        jar().strategy("a", "halves").build(plugin("a/plugin.jar"));

        ExtensionRegistry registry = load();

        assertThat(registry.broken()).isEmpty();
        assertThat(sibling(registry, "halves", "Library")).hasPackage("");
    }

    @Test
    void aMissingClassIsReportedAndTheOthersLoad() throws Exception {
        jar().source("Gone", "public class Gone {}")
                .plugin("Bad", "Gone gone = new Gone();")
                .leaveOut("Gone")
                .build(plugin("a.jar"));
        jar().strategy("b", "halves").build(plugin("b.jar"));

        ExtensionRegistry registry = load();

        assertThat(registry.ids(ExtensionKind.STRATEGY)).containsExactly("halves");
        assertThat(registry.broken())
                .singleElement()
                .satisfies(b -> assertThat(b.location()).endsWith("a.jar"))
                .satisfies(b -> assertThat(b.reason()).contains("it needs the class Gone"));
    }

    @Test
    void aProviderThatDoesNotExistIsReportedAndTheNextIsTried() throws Exception {
        jar().service("Nowhere").strategy("a", "halves").build(plugin("a.jar"));

        ExtensionRegistry registry = load();

        assertThat(registry.ids(ExtensionKind.STRATEGY)).containsExactly("halves");
        assertThat(onlyReason(registry)).contains("Nowhere");
    }

    @Test
    void aConstructorThatThrowsIsReported() throws Exception {
        jar().plugin("Bad", "public Bad() { throw new IllegalStateException(\"no licence\"); }")
                .build(plugin("a.jar"));

        assertThat(onlyReason(load()))
                .isEqualTo("it failed while loading with IllegalStateException: no licence");
    }

    @Test
    void aJarWithoutServiceFileIsReported() throws Exception {
        jar().source("Library", "public class Library {}").build(plugin("a.jar"));

        assertThat(onlyReason(load()))
                .contains("META-INF/services/dev.ramify.api.plugin.RamifyPlugin");
    }

    @Test
    void aFileThatIsNoJarIsReported() throws Exception {
        Files.writeString(plugin("a.jar"), "not a jar");

        assertThat(load().broken()).hasSize(1);
    }

    @Test
    void twoJarsWithOneExtensionAreAConflictThatNamesBoth() throws Exception {
        jar().strategy("a", "halves").build(plugin("a.jar"));
        jar().strategy("b", "halves").build(plugin("b.jar"));

        assertThatExceptionOfType(PluginConflictException.class)
                .isThrownBy(this::load)
                .withMessageContaining("the branching strategy 'halves' comes from two plugins")
                .withMessageContaining("a.jar")
                .withMessageContaining("b.jar");
    }

    @Test
    void onePluginInTwoJarsIsAConflictThatNamesBoth() throws Exception {
        jar().strategy("a", "halves").build(plugin("a-1.jar"));
        jar().strategy("a", "thirds").build(plugin("a-2.jar"));

        assertThatExceptionOfType(PluginConflictException.class)
                .isThrownBy(this::load)
                .withMessageContaining("the plugin 'a' is installed twice")
                .withMessageContaining("a-1.jar")
                .withMessageContaining("a-2.jar");
    }

    @Test
    void anIdThatNoPipelineCouldWriteIsReported() throws Exception {
        jar().strategy("a", "Half & half").build(plugin("a.jar"));

        assertThat(onlyReason(load()))
                .isEqualTo(
                        "the id 'Half & half' of a branching strategy is not lower-case words joined by '-'");
    }

    @Test
    void anOptionThatHasTheNameOfAKeyIsReported() throws Exception {
        jar().strategy("a", "halves", "@dev.ramify.api.option.Option(\"w\") int role")
                .build(plugin("a.jar"));

        assertThat(onlyReason(load()))
                .isEqualTo(
                        "the option `role` of the branching strategy 'halves' has the name of a key of Ramify; rename it");
    }

    @Test
    void anOptionOfATypeThatNoFileHoldsIsReported() throws Exception {
        jar().strategy("a", "halves", "@dev.ramify.api.option.Option(\"w\") Thread thread")
                .build(plugin("a.jar"));

        assertThat(onlyReason(load()))
                .contains("component 'thread'")
                .contains("java.lang.Thread, which no file can be bound to");
    }

    @Test
    void aDefaultThatItsOwnOptionRefusesIsReported() throws Exception {
        jar().strategy(
                        "a",
                        "halves",
                        "@dev.ramify.api.option.Option(value = \"w\", defaultValue = \"many\") int n")
                .build(plugin("a.jar"));

        assertThat(onlyReason(load()))
                .contains("the default of the option `n` of 'halves' is unsound");
    }

    @Test
    void extensionsAreListedInTheOrderOfTheirIds() throws Exception {
        jar().strategy("a", "z-way").build(plugin("a.jar"));
        jar().strategy("b", "a-way").build(plugin("b.jar"));

        assertThat(load().ids(ExtensionKind.STRATEGY)).containsExactly("a-way", "z-way");
    }

    @Test
    void aFolderThatDoesNotExistHoldsNothing() {
        ExtensionRegistry registry = loader().load(List.of(work.resolve("nowhere")));

        assertThat(registry.plugins()).isEmpty();
        assertThat(registry.broken()).isEmpty();
    }

    private static Class<?> sibling(ExtensionRegistry registry, String strategy, String name)
            throws ClassNotFoundException {
        return registry.find(ExtensionKind.STRATEGY, strategy)
                .orElseThrow()
                .extension()
                .getClass()
                .getClassLoader()
                .loadClass(name);
    }

    private static String onlyReason(ExtensionRegistry registry) {
        assertThat(registry.broken()).hasSize(1);
        return registry.broken().get(0).reason();
    }

    private ExtensionRegistry load() {
        return loader().load(List.of(work.resolve("plugins")));
    }

    private PluginLoader loader() {
        Schemas schemas = new Schemas();
        return new PluginLoader(
                getClass().getClassLoader(),
                new OptionsCheck(schemas, new ReservedKeys(schemas)::of));
    }

    private Path plugin(String name) throws IOException {
        Path jar = work.resolve("plugins").resolve(name);
        Files.createDirectories(jar.getParent());
        return jar;
    }

    private JarBuilder jar() {
        return new JarBuilder(work);
    }
}
