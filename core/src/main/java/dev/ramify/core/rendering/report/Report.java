package dev.ramify.core.rendering.report;

import dev.ramify.api.figure.Figure;
import dev.ramify.api.findings.Verdict.Outcome;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a report says, before it is written. All texts are plain.
 *
 * @param study name of the study
 * @param subtitle data, number of variants and seeds, in one line
 * @param verdicts the conclusions, one per variant
 * @param figures in the order of the pipeline; those that are tables are shown first
 * @param methods how chance was measured; see {@link MethodsNote}
 * @param provenance what the numbers come from, in order
 * @param limits what the study cannot say
 */
public record Report(
        String study,
        String subtitle,
        List<Verdict> verdicts,
        List<Figure> figures,
        List<Note> methods,
        Map<String, String> provenance,
        List<String> limits) {

    public Report {
        verdicts = List.copyOf(verdicts);
        figures = List.copyOf(figures);
        methods = List.copyOf(methods);
        provenance = Collections.unmodifiableMap(new LinkedHashMap<>(provenance));
        limits = List.copyOf(limits);
    }

    /**
     * The conclusion on one variant.
     *
     * @param variant its name
     * @param control whether it is there as a control
     * @param outcome what the statistics say
     * @param sentences the same in words, the most important first
     */
    public record Verdict(
            String variant, boolean control, Outcome outcome, List<String> sentences) {

        public Verdict {
            sentences = List.copyOf(sentences);
        }
    }

    /**
     * A paragraph with a heading.
     *
     * @param heading a few words
     * @param text the paragraph
     */
    public record Note(String heading, String text) {}
}
