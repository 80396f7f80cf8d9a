package dev.ramify.core.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ramify.api.figure.DataTable;
import dev.ramify.api.figure.Figure;
import dev.ramify.api.figure.Mark;
import dev.ramify.api.figure.Plot;
import dev.ramify.core.rendering.color.Palette;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class FigureRendererTests {

    private static final String PROVENANCE = "study \u00b7 Ramify 0.1 \u00b7 seeds 1 2 3";

    private final FigureRenderer renderer = new FigureRenderer();

    private static Document parse(String xml) throws Exception {
        DocumentBuilder builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
        return builder.parse(new InputSource(new StringReader(xml)));
    }

    private static int count(Document document, String element) {
        NodeList found = document.getElementsByTagName(element);
        return found.getLength();
    }

    /** Where the drawing changed on purpose, look at the written file and put it into its place. */
    @Test
    void theDrawingIsTheOneThatWasLookedAt() throws Exception {
        String golden;
        try (InputStream in =
                Objects.requireNonNull(getClass().getResourceAsStream("every-mark.svg"))) {
            golden = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        String drawn = lines(renderer.svg(SampleFigures.everyMark(), PROVENANCE));
        Path written = Files.createDirectories(Path.of("target")).resolve("every-mark.svg");
        Files.writeString(written, drawn);
        assertThat(drawn.lines())
                .as("compare with %s", written)
                .containsExactlyElementsOf(golden.lines().toList());
    }

    /** One element per line, without the bytes of PNGs, which differ between JDKs. */
    private static String lines(String svg) {
        return svg.replaceAll("base64,[^\"]+", "").replace("><", ">\n<");
    }

    @Test
    void aDrawingStandsAlone() throws Exception {
        String svg = renderer.svg(SampleFigures.everyMark(), PROVENANCE);
        parse(svg);
        assertThat(svg)
                .contains("Everything at once", "value (bits)", "How to read", "How it can mislead")
                .contains("Basis: 5 seeds", PROVENANCE, ">b1</text>")
                .doesNotContain("var(", "class=\"readout\"", "data-tip");
    }

    @Test
    void tipsAreTitlesInADrawingThatStandsAlone() throws Exception {
        Document document = parse(renderer.svg(SampleFigures.everyMark(), PROVENANCE));
        assertThat(document.getElementsByTagName("title").item(1).getTextContent())
                .isEqualTo("Marks\nsecond line");
    }

    @Test
    void noKindOfMarkIsLeftOut() {
        Plot plot = (Plot) SampleFigures.everyMark().panels().get(0);
        assertThat(plot.marks().stream().map(mark -> mark.getClass().getName()))
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Mark.class.getPermittedSubclasses())
                                .map(Class::getName)
                                .toList());
        long drawn =
                plot.marks().stream()
                        .map(mark -> renderer.svg(withMarks(plot, List.of(mark)), PROVENANCE))
                        .distinct()
                        .count();
        assertThat(drawn).isEqualTo(plot.marks().size());
    }

    private static Figure withMarks(Plot plot, List<Mark> marks) {
        Plot changed =
                new Plot(
                        plot.title(),
                        plot.width(),
                        plot.height(),
                        plot.x(),
                        plot.y(),
                        marks,
                        plot.description());
        return SampleFigures.figure("one-mark", "One mark", List.of(changed), "text");
    }

    @Test
    void hostileTextStaysText() throws Exception {
        Document document = parse(renderer.svg(SampleFigures.hostile(), SampleFigures.HOSTILE));
        assertThat(count(document, "script")).isZero();
        assertThat(count(document, "img")).isZero();
        assertThat(document.getElementsByTagName("title").item(0).getTextContent())
                .isEqualTo(SampleFigures.HOSTILE);
    }

    @Test
    void tablesAreDrawnToo() throws Exception {
        String svg = renderer.svg(SampleFigures.table(), PROVENANCE);
        parse(svg);
        assertThat(svg).contains(">effect</text>", ">.0004</text>", ">cell</text>");
    }

    @Test
    void largeMatricesAreOnePicture() throws Exception {
        Figure figure =
                SampleFigures.figure(
                        "matrix", "A matrix", List.of(SampleFigures.matrix(512, 100)), "text");
        String svg = renderer.svg(figure, PROVENANCE);
        assertThat(count(parse(svg), "image")).isEqualTo(2);
        assertThat(svg.length()).isLessThan(400_000);
    }

    @Test
    void equalFiguresGiveEqualBytes() {
        assertThat(renderer.svg(SampleFigures.everyMark(), PROVENANCE))
                .isEqualTo(new FigureRenderer().svg(SampleFigures.everyMark(), PROVENANCE));
    }

    @Test
    void aPaletteChangesColoursAlone() {
        String light = renderer.svg(SampleFigures.everyMark(), PROVENANCE);
        String dark = renderer.svg(SampleFigures.everyMark(), PROVENANCE, Palette.DARK);
        String hex = "#[0-9a-f]{6}";
        assertThat(dark).isNotEqualTo(light).contains(Palette.DARK.branches().get(0));
        assertThat(dark.replaceAll(hex, "")).isEqualTo(light.replaceAll(hex, ""));
    }

    @Test
    void csvQuotesWhatNeedsIt() {
        DataTable data =
                new DataTable(
                        List.of("name", "value"),
                        List.of(List.of("a,b", "1"), List.of("say \"hi\"\n", "2")));
        Figure figure = SampleFigures.everyMark();
        Figure changed =
                new Figure(
                        figure.id(),
                        figure.title(),
                        figure.panels(),
                        figure.legend(),
                        figure.caption(),
                        data);
        assertThat(renderer.csv(changed))
                .isEqualTo("name,value\n\"a,b\",1\n\"say \"\"hi\"\"\n\",2\n");
    }
}
