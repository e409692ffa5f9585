package io.chom.portal.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+1+1",
                "-1+1",
                "@SUM(A1)",
                "=HYPERLINK(\"http://evil.example\")",
                "\t=1",
                "\r=1",
                "\n=1",
                " =1",
                "\u00a0=1",
                "－1+1",
                "＝1",
                "|calc",
                "%0A=1",
                "-",
                "-1e9x"
            })
    void a_text_that_a_spreadsheet_would_evaluate_is_kept_as_text(String text) {
        assertThat(Csv.cell(text)).startsWith("\"'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bluebird Studio", "12", "-12.50", "0.05", "Petal & Stem", "", "Café = Bar", "a@b.example"})
    void other_texts_and_plain_numbers_stay_as_they_are(String text) {
        assertThat(Csv.cell(text)).isEqualTo("\"" + text + "\"");
    }

    @Test
    void quotes_commas_and_line_ends_stay_inside_their_cell() {
        assertThat(Csv.of(List.of(List.of("a,b", "say \"hi\""), List.of("two\nlines", "c"))))
                .isEqualTo("\"a,b\",\"say \"\"hi\"\"\"\r\n\"two\nlines\",\"c\"\r\n");
    }
}
