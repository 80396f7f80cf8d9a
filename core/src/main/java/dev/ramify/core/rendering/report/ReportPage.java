package dev.ramify.core.rendering.report;

import dev.ramify.api.figure.Figure;
import dev.ramify.api.figure.Table;
import dev.ramify.api.findings.Verdict.Outcome;
import dev.ramify.core.rendering.markup.Markup;
import dev.ramify.core.rendering.report.Report.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes the page of a report. */
final class ReportPage {

    private final Report report;
    private final Map<String, Figure> figures;
    private final Markup out = new Markup();

    private ReportPage(Report report) {
        this.report = report;
        this.figures = anchored(report.figures());
    }

    /** Write the whole page. */
    static String of(Report report) {
        return new ReportPage(report).write();
    }

    private String write() {
        out.trusted("<!doctype html>\n").open("html", "lang", "en");
        head();
        out.open("body");
        out.leaf("a", "Skip to the verdict", "class", "skip", "href", "#verdict");
        masthead();
        out.open("main");
        verdicts();
        figures();
        methods();
        provenance();
        limits();
        out.close();
        out.leaf("div", "", "id", "tip", "hidden", true, "aria-hidden", "true");
        out.leaf("button", "", "type", "button", "id", "clear", "hidden", true);
        out.leaf("div", "", "id", "announce", "class", "unseen", "aria-live", "polite");
        out.open("script").trusted(Assets.script()).close();
        return out.close().close().line().toString();
    }

    private void head() {
        out.open("head").empty("meta", "charset", "utf-8");
        out.empty(
                "meta",
                "http-equiv",
                "Content-Security-Policy",
                "content",
                Assets.policy(Assets.script()));
        out.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        out.empty("meta", "name", "color-scheme", "content", "light dark");
        out.empty("link", "rel", "icon", "href", "data:,");
        out.leaf("title", report.study() + " \u00b7 Ramify");
        out.open("style").trusted(Assets.styles()).close().close().line();
    }

    private void masthead() {
        out.open("header", "class", "masthead");
        out.open("div", "class", "bar").leaf("span", "Ramify", "class", "brand");
        out.open("nav", "aria-label", "Sections");
        out.leaf("a", "Verdict", "href", "#verdict");
        out.leaf("a", "Figures", "href", "#figures");
        out.leaf("a", "Methods", "href", "#methods");
        out.leaf("a", "Provenance", "href", "#provenance");
        out.close();
        out.leaf(
                "button",
                "Light / dark",
                "type",
                "button",
                "id",
                "theme",
                "aria-label",
                "Switch between light and dark");
        out.close();
        out.leaf("h1", report.study()).leaf("p", report.subtitle()).close().line();
    }

    private void verdicts() {
        section("verdict", "Verdict");
        out.open("div", "class", "verdicts");
        for (Verdict verdict : report.verdicts()) {
            String style = verdict.outcome().name().toLowerCase(Locale.ROOT).replace('_', '-');
            out.open("article", "class", style);
            out.open("header").leaf("h3", verdict.variant());
            if (verdict.control()) {
                out.leaf("span", "control", "class", "badge");
            }
            out.leaf("span", words(verdict.outcome()), "class", "outcome").close();
            verdict.sentences().forEach(sentence -> out.leaf("p", sentence));
            out.close();
        }
        out.close().close().line();
    }

    private void figures() {
        section("figures", "Figures");
        figures.forEach(
                (anchor, figure) -> FigureSection.write(figure, anchor, provenanceLine(), out));
        if (figures.isEmpty()) {
            out.leaf("p", "The pipeline asks for no figures.");
        }
        out.close().line();
    }

    private void methods() {
        section("methods", "How chance was measured");
        out.open("dl", "class", "notes");
        for (Report.Note note : report.methods()) {
            out.open("div").leaf("dt", note.heading()).leaf("dd", note.text()).close();
        }
        out.close().close().line();
    }

    private void provenance() {
        section("provenance", "Provenance");
        out.open("table", "class", "provenance").open("tbody");
        report.provenance()
                .forEach(
                        (key, value) -> {
                            out.open("tr").leaf("th", key, "scope", "row");
                            out.leaf("td", value).close();
                        });
        out.close().close().close().line();
    }

    private void limits() {
        if (report.limits().isEmpty()) {
            return;
        }
        section("limits", "Limits");
        out.open("ul");
        report.limits().forEach(limit -> out.leaf("li", limit));
        out.close().close().line();
    }

    private void section(String id, String heading) {
        out.open("section", "id", id, "aria-labelledby", id + "-h");
        out.leaf("h2", heading, "id", id + "-h");
    }

    private String provenanceLine() {
        return report.study()
                + report.provenance().entrySet().stream()
                        .map(entry -> " \u00b7 " + entry.getKey() + " " + entry.getValue())
                        .collect(Collectors.joining());
    }

    /** Give each figure an anchor of its own; tables come first. */
    private static Map<String, Figure> anchored(List<Figure> figures) {
        List<Figure> sorted = new ArrayList<>(figures);
        sorted.sort(Comparator.comparing(figure -> !(figure.panels().get(0) instanceof Table)));
        Map<String, Figure> anchored = new LinkedHashMap<>();
        for (Figure figure : sorted) {
            String anchor = "figure-" + figure.id();
            for (int i = 2; anchored.containsKey(anchor); i++) {
                anchor = "figure-" + figure.id() + "-" + i;
            }
            anchored.put(anchor, figure);
        }
        return anchored;
    }

    private static String words(Outcome outcome) {
        return switch (outcome) {
            case BEYOND_CHANCE -> "beyond chance";
            case NOT_BEYOND_CHANCE -> "no specialization beyond chance";
            case NOT_TESTED -> "not tested";
            case DESCRIBED -> "described, without a claim";
            case FAILED -> "failed";
        };
    }
}
