package dev.ramify.core.rendering.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ramify.api.figure.Figure;
import dev.ramify.api.findings.Verdict.Outcome;
import dev.ramify.core.rendering.SampleFigures;
import dev.ramify.core.rendering.report.Report.Verdict;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ReportRendererTests {

    private static final Pattern URL = Pattern.compile("https?://[^\"'\\s<)]+");

    private static Report report(String text, List<Figure> figures) {
        Map<String, String> provenance = new LinkedHashMap<>();
        provenance.put("zeta", text);
        provenance.put("alpha", "17.0.15");
        return new Report(
                text,
                text,
                List.of(
                        new Verdict(text, false, Outcome.BEYOND_CHANCE, List.of(text)),
                        new Verdict("twin", true, Outcome.NOT_BEYOND_CHANCE, List.of("nothing")),
                        new Verdict("broken", false, Outcome.FAILED, List.of("NaN at epoch 3"))),
                figures,
                MethodsNote.of(9999, 5),
                provenance,
                List.of(text));
    }

    private static String html(String text, Figure... figures) {
        return new ReportRenderer().render(report(text, List.of(figures))).html();
    }

    private static int count(String html, String part) {
        return html.split(Pattern.quote(part), -1).length - 1;
    }

    @Test
    void hostileTextOpensNoElement() {
        String calm = html("calm", SampleFigures.everyMark(), SampleFigures.table());
        String hostile = html(SampleFigures.HOSTILE, SampleFigures.hostile());
        assertThat(count(hostile, "<script")).isEqualTo(count(calm, "<script")).isEqualTo(1);
        assertThat(count(hostile, "</script")).isEqualTo(1);
        assertThat(count(hostile, "<img")).isZero();
        assertThat(hostile).contains("&lt;script&gt;alert(1)");
    }

    @Test
    void nothingIsAskedOfTheNetwork() {
        Matcher urls = URL.matcher(html("study", SampleFigures.everyMark(), SampleFigures.table()));
        assertThat(urls.results().map(found -> found.group()).distinct())
                .containsExactly("http://www.w3.org/2000/svg");
    }

    @Test
    void thePolicyAllowsTheReportsOwnScriptAlone() throws Exception {
        String html = html("study", SampleFigures.everyMark());
        String script = html.substring(html.indexOf("<script>") + 8, html.indexOf("</script>"));
        byte[] digest =
                MessageDigest.getInstance("SHA-256")
                        .digest(script.getBytes(StandardCharsets.UTF_8));
        assertThat(html)
                .contains(
                        "default-src &#39;none&#39;",
                        "script-src &#39;sha256-"
                                + Base64.getEncoder().encodeToString(digest)
                                + "&#39;");
    }

    @Test
    void tablesComeFirstAndTheRestStaysInOrder() {
        String html = html("study", SampleFigures.everyMark(), SampleFigures.table());
        assertThat(html.indexOf("id=\"figure-a-table\""))
                .isPositive()
                .isLessThan(html.indexOf("id=\"figure-every-mark\""));
    }

    @Test
    void figuresOfEqualIdHaveAnchorsOfTheirOwn() {
        String html = html("study", SampleFigures.everyMark(), SampleFigures.everyMark());
        assertThat(html)
                .contains("<figure id=\"figure-every-mark\"", "<figure id=\"figure-every-mark-2\"");
    }

    @Test
    void outcomesAreSaidInWords() {
        assertThat(html("study"))
                .contains(">beyond chance<", ">no specialization beyond chance<", ">failed<")
                .contains(">control<");
    }

    @Test
    void everyFigureCanBeSavedReadAndReachedByKeyboard() {
        String html = html("study", SampleFigures.everyMark());
        assertThat(html)
                .contains("data-save=\"svg\"", "data-save=\"png\"", "data-save=\"csv\"")
                .contains("href=\"#figure-every-mark\"")
                .contains("aria-label=\"Marks. A line rises. Marks\" tabindex=\"0\"")
                .contains("<summary>Data table (1 rows)</summary>")
                .contains("How to read", "How it can mislead");
    }

    @Test
    void linesTellTheirValuesAtEveryPlace() {
        assertThat(html("study", SampleFigures.everyMark()))
                .contains("data-x=\"1\" data-tip=\"epoch Marks 1&#10;Marks  0.500\"");
    }

    @Test
    void marksCarryTheirUnit() {
        assertThat(html("study", SampleFigures.everyMark()))
                .contains("data-unit=\"net/1:conv1:3\"");
    }

    @Test
    void provenanceKeepsItsOrder() {
        String html = html("study");
        assertThat(html.indexOf(">zeta<")).isPositive().isLessThan(html.indexOf(">alpha<"));
    }

    @Test
    void methodsSayHowManyShufflesThereWere() {
        assertThat(html("study"))
                .contains("One network alone is compared with 9,999 shuffles")
                .contains("5 seeds");
    }

    @Test
    void equalReportsGiveEqualBytes() {
        Report report = report("study", List.of(SampleFigures.everyMark(), SampleFigures.table()));
        assertThat(new ReportRenderer().render(report).bytes())
                .isEqualTo(new ReportRenderer().render(report).bytes());
    }

    @Test
    void styleAndScriptAreSmall() {
        RenderedReport empty = new ReportRenderer().render(report("study", List.of()));
        assertThat(empty.bytes().length).isLessThan(40_000);
        assertThat(empty.isLarge()).isFalse();
    }

    @Test
    void everyElementIsClosed() {
        String html = html("study", SampleFigures.everyMark(), SampleFigures.table());
        for (String element :
                List.of("section", "figure", "svg", "g", "div", "table", "tr", "td", "article")) {
            int opened = count(html, "<" + element + ">") + count(html, "<" + element + " ");
            int empty = 0;
            Matcher selfClosed = Pattern.compile("<" + element + "( [^>]*)?/>").matcher(html);
            while (selfClosed.find()) {
                empty++;
            }
            assertThat(count(html, "</" + element + ">") + empty).as(element).isEqualTo(opened);
        }
    }
}
