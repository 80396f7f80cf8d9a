package dev.ramify.core.rendering.markup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.util.Random;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

class MarkupTests {

    @Test
    void textAndAttributesAreEscaped() {
        String markup = new Markup().leaf("p", "<b>&\"'", "title", "\"><script>").toString();
        assertThat(markup)
                .isEqualTo("<p title=\"&quot;&gt;&lt;script&gt;\">&lt;b&gt;&amp;&quot;&#39;</p>");
    }

    @Test
    void nullLeavesAnAttributeOut() {
        assertThat(new Markup().empty("br", "class", null)).hasToString("<br/>");
    }

    @Test
    void booleansAreBareNamesOrNothing() {
        assertThat(new Markup().empty("i", "hidden", true, "open", false))
                .hasToString("<i hidden/>");
    }

    @Test
    void whatXmlCannotHoldIsReplaced() {
        String markup = new Markup().leaf("p", "a\u0000b\u001Bc\uFFFEd\uD800e").toString();
        assertThat(markup).isEqualTo("<p>a\uFFFDb\uFFFDc\uFFFDd\uFFFDe</p>");
    }

    @Test
    void controlsThatTurnTheDirectionOfWritingAreReplaced() {
        assertThat(new Markup().leaf("p", "a\u202Egnp.exe")).hasToString("<p>a\uFFFDgnp.exe</p>");
    }

    @Test
    void charactersBeyondTheBasicPlaneStay() {
        assertThat(new Markup().leaf("p", "\uD83C\uDF3F")).hasToString("<p>\uD83C\uDF3F</p>");
    }

    @Test
    void anOpenElementIsNoDocument() {
        assertThatThrownBy(() -> new Markup().open("p").toString()).hasMessage("still open: [p]");
    }

    @Test
    void anyTextComesBackFromAnXmlParser() throws Exception {
        for (long seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < 40; i++) {
                int pick = random.nextInt(3);
                text.appendCodePoint(
                        pick == 0
                                ? "<>&\"'\n\t ]".charAt(random.nextInt(9))
                                : pick == 1
                                        ? ' ' + random.nextInt(94)
                                        : 0x1F300 + random.nextInt(0x200));
            }
            String markup =
                    new Markup().leaf("p", text.toString(), "a", text.toString()).toString();
            Element element =
                    DocumentBuilderFactory.newInstance()
                            .newDocumentBuilder()
                            .parse(new InputSource(new StringReader(markup)))
                            .getDocumentElement();
            assertThat(element.getTextContent()).as("seed %d", seed).isEqualTo(text.toString());
            assertThat(element.getAttribute("a").replace('\t', ' '))
                    .as("seed %d", seed)
                    .isEqualTo(text.toString().replace('\t', ' '));
        }
    }
}
