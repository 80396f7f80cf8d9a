package dev.ramify.core.study;

import dev.ramify.api.findings.Comparisons;
import dev.ramify.api.findings.Verdict;
import dev.ramify.core.statistics.ComparisonText;
import dev.ramify.core.statistics.VerdictText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What came of a study.
 *
 * @param directory the run directory
 * @param report the report in it, if one was written
 * @param variants what follows for each variant, in the order of the pipeline
 * @param across what comparing networks of several variants gave
 * @param failures what went wrong, one sentence each; empty if nothing did
 */
public record StudyOutcome(
        Path directory,
        Optional<Path> report,
        List<VariantOutcome> variants,
        Comparisons across,
        List<String> failures) {

    public StudyOutcome {
        variants = List.copyOf(variants);
        failures = List.copyOf(failures);
    }

    /**
     * What follows for one variant.
     *
     * @param variant its name
     * @param verdict what may be said of it
     * @param comparisons of its networks with each other
     */
    public record VariantOutcome(String variant, Verdict verdict, Comparisons comparisons) {

        /** Say it in words, one sentence per line. */
        public List<String> lines() {
            List<String> lines = new ArrayList<>(VerdictText.lines(verdict));
            lines.addAll(ComparisonText.lines(comparisons));
            return lines;
        }
    }
}
