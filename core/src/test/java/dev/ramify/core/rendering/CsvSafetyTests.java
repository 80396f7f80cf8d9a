package dev.ramify.core.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ramify.api.figure.DataTable;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tables that spreadsheets and terminals can show. */
class CsvSafetyTests {

    @Test
    void commasAndQuotesAreQuoted() {
        assertThat(cell("a,b")).isEqualTo("\"a,b\"");
        assertThat(cell("say \"x\"")).isEqualTo("\"say \"\"x\"\"\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {"=1+1", "=cmd|' /C calc'!A0", "+x", "-x", "@SUM(A1)", "-1+2", "=", "-"},
            quoteCharacter = '~')
    void whatBeginsLikeAFormulaIsGuarded(String text) {
        assertThat(cell(text)).isEqualTo("'" + text);
    }

    @ParameterizedTest
    @CsvSource({"-0.5", "+3", "-1e-9", "-.5", "1-2", "a=b"})
    void numbersAndWordsAreLeftAsTheyAre(String text) {
        assertThat(cell(text)).isEqualTo(text);
    }

    @Test
    void whatCommandsATerminalIsAQuestionMarkAndLineBreaksStayInQuotes() {
        assertThat(cell("a\u001B[31m\nb\u202E\u0085")).isEqualTo("\"a?[31m\nb??\"");
    }

    private static String cell(String text) {
        String csv = Csv.of(new DataTable(List.of("column"), List.of(List.of(text))));
        return csv.substring("column\n".length(), csv.length() - 1);
    }
}
