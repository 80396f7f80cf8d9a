package dev.ramify.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.apiguardian.api.API;
import org.junit.jupiter.api.Test;

/** The arrows between the rooms. */
final class DependencyTests {

    private static final JavaClasses CLASSES =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("dev.ramify");

    @Test
    void theApiKnowsTheJdkArraysAndAnnotationsAlone() {
        classes()
                .that()
                .resideInAPackage("dev.ramify.api..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "dev.ramify.api..",
                        "java..",
                        "org.nd4j.linalg.api.buffer..",
                        "org.nd4j.linalg.api.ndarray..",
                        "org.nd4j.linalg.indexing..",
                        "org.apiguardian.api..",
                        "org.jspecify.annotations..")
                .check(CLASSES);
    }

    @Test
    void theCoreKnowsNeitherPluginsNorCommands() {
        noClasses()
                .that()
                .resideInAPackage("dev.ramify.core..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.ramify.plugins..", "dev.ramify.cli..", "picocli..")
                .check(CLASSES);
    }

    @Test
    void commandsKnowNoPlugin() {
        noClasses()
                .that()
                .resideInAPackage("dev.ramify.cli..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.ramify.plugins..")
                .check(CLASSES);
    }

    @Test
    void pluginsKnowTheApiAlone() {
        noClasses()
                .that()
                .resideInAPackage("dev.ramify.plugins..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.ramify.core..", "dev.ramify.cli..")
                .check(CLASSES);
    }

    @Test
    void numericsKnowTheApiArraysAndHipparchusAlone() {
        classes()
                .that()
                .resideInAPackage("dev.ramify.numerics..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "dev.ramify.numerics..",
                        "dev.ramify.api..",
                        "java..",
                        "org.nd4j..",
                        "org.bytedeco..",
                        "org.hipparchus..",
                        "org.apiguardian.api..",
                        "org.jspecify.annotations..")
                .check(CLASSES);
    }

    /** Their versions are ND4J's and old; what nobody calls, no file can reach. */
    @Test
    void nobodyUsesTheLibrariesThatNd4jShades() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.nd4j.shade..")
                .check(CLASSES);
    }

    @Test
    void onePluginKnowsNoOther() {
        slices().matching("dev.ramify.plugins.(*)..")
                .should()
                .notDependOnEachOther()
                .check(CLASSES);
    }

    @Test
    void everyPublicTypeOfTheApiSaysHowStableItIs() {
        classes()
                .that()
                .resideInAPackage("dev.ramify.api..")
                .and()
                .arePublic()
                .and()
                .areTopLevelClasses()
                .should()
                .beAnnotatedWith(API.class)
                .check(CLASSES);
    }

    @Test
    void thePackagesOfTheCoreFormNoCycle() {
        slices().matching("dev.ramify.core.(**)").should().beFreeOfCycles().check(CLASSES);
    }
}
