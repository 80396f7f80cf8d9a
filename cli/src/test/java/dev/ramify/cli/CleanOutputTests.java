package dev.ramify.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What files say never commands a terminal. */
class CleanOutputTests {

    @ParameterizedTest
    @ValueSource(strings = {"", "plain\n", "größe, кошка 猫 🌷\n", "a\r\nb\n", "\u00a0 \u2026 ½"})
    void wordsPassAsTheyAre(String text) throws IOException {
        assertThat(written(text, false, false)).isEqualTo(text);
    }

    @Test
    void whatCommandsATerminalIsAQuestionMark() throws IOException {
        assertThat(written("a\u001B]0;title\u0007b\u001B[2Jc\u001B[31md", true, true))
                .isEqualTo("a?]0;title?b?[2Jc\u001B[31md");
        assertThat(written("a\u001B[31mb\rc\u0000\u007f\b\td", false, false))
                .isEqualTo("a?[31mb?c??? d");
        assertThat(written("c1 \u009b31m \u0085 \u0090", true, true)).isEqualTo("c1 ?31m ? ?");
        assertThat(written("\u202Eabc\u2066\u2069\u200F\u061C\u2028x", true, true))
                .isEqualTo("?abc?????x");
    }

    @Test
    void onlyWhatIsAllowedStylesOrRedraws() throws IOException {
        String own = "\r\u001B[K\u001B[1;31mred\u001B[0m";

        assertThat(written(own, true, true)).isEqualTo(own);
        assertThat(written(own, true, false)).isEqualTo("??[K\u001B[1;31mred\u001B[0m");
        assertThat(written(own, false, true)).isEqualTo("\r\u001B[K?[1;31mred?[0m");
    }

    @Test
    void charactersMayComeInPieces() throws IOException {
        byte[] bytes = "ö\u009b猫\u202E\u001B[1mx\r\n🌷".getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (CleanOutput clean = new CleanOutput(out, true, false)) {
            for (byte each : bytes) {
                clean.write(each);
            }
        }
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("ö?猫?\u001B[1mx\r\n🌷");
    }

    @Test
    void anyBytesGiveNoControl() throws IOException {
        Random random = new Random(3);
        for (int trial = 0; trial < 2_000; trial++) {
            byte[] bytes = new byte[1 + random.nextInt(40)];
            random.nextBytes(bytes);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try (CleanOutput clean = new CleanOutput(out, false, false)) {
                clean.write(bytes);
            }
            assertThat(out.toByteArray()).as("trial %d", trial).matches(CleanOutputTests::isClean);
        }
    }

    private static boolean isClean(byte[] bytes) {
        for (int i = 0; i < bytes.length; i++) {
            int value = bytes[i] & 0xff;
            boolean lineEnd = value == '\n' || value == '\r' && bytes[i + 1] == '\n';
            boolean c1 =
                    value == 0xc2
                            && i + 1 < bytes.length
                            && (bytes[i + 1] & 0xff) < 0xa0
                            && (bytes[i + 1] & 0xff) >= 0x80;
            if (value < ' ' && !lineEnd || value == 0x7f || c1) {
                return false;
            }
        }
        return true;
    }

    private static String written(String text, boolean styles, boolean redraws) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (CleanOutput clean = new CleanOutput(out, styles, redraws)) {
            clean.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return out.toString(StandardCharsets.UTF_8);
    }
}
