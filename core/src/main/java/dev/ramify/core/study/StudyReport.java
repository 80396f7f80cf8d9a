package dev.ramify.core.study;

import dev.ramify.api.figure.Figure;
import dev.ramify.api.figure.Visualizer;
import dev.ramify.api.findings.Comparisons;
import dev.ramify.api.findings.Findings;
import dev.ramify.api.findings.VariantFindings.Role;
import dev.ramify.api.findings.Verdict.Outcome;
import dev.ramify.core.pipeline.PlannedVariant;
import dev.ramify.core.pipeline.ResolvedPipeline;
import dev.ramify.core.pipeline.binding.Chosen;
import dev.ramify.core.pipeline.spec.MetricSpec;
import dev.ramify.core.pipeline.spec.VisualizerSpec;
import dev.ramify.core.rendering.FigureRenderer;
import dev.ramify.core.rendering.report.MethodsNote;
import dev.ramify.core.rendering.report.RenderedReport;
import dev.ramify.core.rendering.report.Report;
import dev.ramify.core.rendering.report.ReportRenderer;
import dev.ramify.core.statistics.ComparisonText;
import dev.ramify.core.statistics.VerdictText;
import dev.ramify.core.store.AtomicFile;
import dev.ramify.core.store.RunDirectory;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Draws the figures of a study and writes its report. */
final class StudyReport {

    /** What networks of several variants together are called. */
    static final String ACROSS = "across variants";

    private final ResolvedPipeline pipeline;
    private final Provenance provenance;
    private final List<String> failures;
    private final Renderers renderers;

    /** What turns figures and reports into files. */
    record Renderers(FigureRenderer figures, ReportRenderer reports) {

        @Inject
        Renderers {}
    }

    StudyReport(
            ResolvedPipeline pipeline,
            Provenance provenance,
            List<String> failures,
            Renderers renderers) {
        this.pipeline = pipeline;
        this.provenance = provenance;
        this.failures = failures;
        this.renderers = renderers;
    }

    /** Write figures and report; a visualizer that fails is noted and left out. */
    Path write(
            RunDirectory directory,
            Findings findings,
            List<Conclusions> conclusions,
            Comparisons across) {
        List<Figure> figures = new ArrayList<>();
        for (VisualizerSpec spec : pipeline.spec().visualizers()) {
            try {
                figures.addAll(draw(spec.visualizer(), findings));
            } catch (RuntimeException | LinkageError e) {
                failures.add("the figure '%s' failed: %s".formatted(spec.visualizer().id(), e));
            }
        }
        FigureRenderer renderer = renderers.figures();
        for (Figure figure : figures) {
            AtomicFile.write(
                    directory.file("figures").resolve(figure.id() + ".svg"),
                    renderer.svg(figure, source()));
            AtomicFile.write(
                    directory.file("figures").resolve(figure.id() + ".csv"), renderer.csv(figure));
        }
        RenderedReport page =
                renderers.reports().render(report(findings, conclusions, across, figures));
        Path file = directory.file("report.html");
        AtomicFile.write(file, out -> out.write(page.bytes()));
        return file;
    }

    private static List<Figure> draw(Chosen<Visualizer<?>> chosen, Findings findings) {
        return draw(chosen.extension(), chosen.options(), findings);
    }

    private static <O extends Record> List<Figure> draw(
            Visualizer<O> visualizer, Record options, Findings findings) {
        return visualizer.draw(findings, visualizer.options().cast(options));
    }

    private String source() {
        return "%s, Ramify %s, pipeline %s"
                .formatted(
                        pipeline.spec().name(),
                        Version.current(),
                        pipeline.canonical().sha256().substring(0, 12));
    }

    private Report report(
            Findings findings,
            List<Conclusions> conclusions,
            Comparisons across,
            List<Figure> figures) {
        int seeds = pipeline.spec().seeds().size();
        List<Report.Verdict> verdicts = new ArrayList<>();
        for (int i = 0; i < conclusions.size(); i++) {
            verdicts.add(verdict(pipeline.plan().variants().get(i), conclusions.get(i)));
        }
        if (!ComparisonText.lines(across).isEmpty()) {
            verdicts.add(
                    new Report.Verdict(
                            ACROSS, false, Outcome.DESCRIBED, ComparisonText.lines(across)));
        }
        return new Report(
                findings.study(),
                "%s; %d variants, %d seeds each"
                        .formatted(findings.dataset(), conclusions.size(), seeds),
                verdicts,
                figures,
                MethodsNote.of(permutations(), seeds),
                provenance.entries(),
                limits(conclusions));
    }

    private int permutations() {
        return pipeline.spec().metrics().stream()
                .mapToInt(MetricSpec::permutations)
                .min()
                .orElse(0);
    }

    private Report.Verdict verdict(PlannedVariant variant, Conclusions conclusions) {
        return new Report.Verdict(
                variant.name(),
                variant.spec().role() == Role.CONTROL,
                conclusions.verdict().outcome(),
                conclusions.lines());
    }

    private List<String> limits(List<Conclusions> conclusions) {
        List<String> limits = new ArrayList<>(failures);
        conclusions.stream()
                .map(each -> each.verdict().reach())
                .filter(reach -> reach != null && reach.isTooFew())
                .findFirst()
                .ifPresent(reach -> limits.add(sentence(VerdictText.reach(reach))));
        limits.add(
                "The null deals the units of trained networks anew; it does not ask whether other networks, "
                        + "data or tasks would divide their units alike.");
        limits.add(
                "Branches that differ in kernel or width differ before learning; only the untrained network and "
                        + "branches of equal build tell learning from architecture.");
        return limits;
    }

    private static String sentence(String clause) {
        return clause.substring(0, 1).toUpperCase(Locale.ROOT) + clause.substring(1) + ".";
    }
}
