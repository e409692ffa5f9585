package io.chom.theming.documents;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.chom.theming.BrandAssets;
import io.chom.theming.DemoBrands;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What customers are called and what they have bought is written by strangers. */
class HostileDocumentsTest {

    private static final BrandAssets ACME = BrandAssets.of(DemoBrands.acme());

    private final BrandedDocuments documents = new BrandedDocuments();
    private final AtomicInteger asked = new AtomicInteger();
    private HttpServer server;

    @BeforeEach
    void open() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.incrementAndGet();
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void close() {
        server.stop(0);
    }

    private String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/x";
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<b>bold</b> &amp; &#60;i&#62; \"quoted\" 'single'",
                "</td></tr></table><script>alert(1)</script>",
                "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>&e;",
                "{{say.total}} {{{sheet.house}}} ]]> <![CDATA[",
                "}</style><style>body { display: none }",
                "%PDF-1.7 endobj stream \\u0041 (\\) <</Type>>"
            })
    void markup_stands_on_paper_as_it_was_written(String text) {
        var found = Pdf.text(write(Samples.saying(text))).replaceAll("\\s+", "");
        assertThat(found.split(java.util.regex.Pattern.quote(text.replaceAll("\\s+", "")), -1))
                .hasSizeGreaterThan(10);
        assertThat(found).contains("Rechnung", "root".repeat(0), "11,00").doesNotContain("root:x:");
    }

    @Test
    void what_reorders_or_hides_is_taken_out() {
        var found = Pdf.text(write(Samples.saying("ab\u202egpj.exe\u202c\u200b\u2066\ufeff\u0000\ud800z")));
        assertThat(found).contains("ab gpj.exe").doesNotContainPattern("[\\p{Cf}\\p{Cs}\\p{Co}\\u0000]");
    }

    @Test
    void letters_that_no_font_has_are_marked_as_missing_and_break_nothing() {
        assertThat(Pdf.text(write(Samples.saying("漢字 😀 ok")))).contains("ok", "\ufffd");
    }

    @Test
    void a_word_of_ten_thousand_letters_stays_on_the_paper() {
        var invoice = Samples.invoice(Invoice.Kind.INVOICE, java.util.List.of(Samples.line("x".repeat(10_000), 1000)));
        var pdf = write(invoice);
        assertThat(Pdf.text(pdf).chars().filter(letter -> letter == 'x').count())
                .isGreaterThanOrEqualTo(10_000);
        // 18 mm of margin on A4.
        assertThat(Pdf.right(pdf)).isBetween(400.0, 595.3 - 51 + 1);
    }

    @Test
    void nothing_that_a_text_names_is_asked_for() {
        var text = "<img src=\"%1$s\"/><link rel=\"stylesheet\" href=\"%1$s\"/>%1$s url(%1$s) @import '%1$s'"
                .formatted(address());
        assertThat(Pdf.text(write(Samples.saying(text)))).contains("127.0.0.1");
        assertThat(asked).hasValue(0);
    }

    /** Even if a template once had a hole. */
    @Test
    void the_press_itself_asks_nobody() {
        var page = """
                <!DOCTYPE html SYSTEM "%1$s.dtd"><html lang="en"><head><title>x</title>
                <link rel="stylesheet" href="%1$s.css"/>
                <style>@import url(%1$s.css); @font-face { font-family: f; src: url(%1$s.ttf) }
                body { background-image: url(%1$s.png); font-family: f, look }</style></head>
                <body>here<img src="%1$s.png" alt=""/><img src="file:///etc/passwd" alt=""/>
                <object data="%1$s.pdf" type="application/pdf"></object></body></html>""".formatted(address());
        var sheet = Sheet.of(
                ACME,
                Samples.edition(Locale.ENGLISH),
                io.chom.theming.pages.Words.beside(BrandedDocuments.class, "documents")
                        .get(Locale.ENGLISH),
                "x");
        var pdf = new Press().print(page, sheet, Fonts.of(ACME), Samples.MADE);
        assertThat(Pdf.text(pdf)).contains("here");
        assertThat(asked).hasValue(0);
    }

    private byte[] write(Invoice invoice) {
        return documents.write(ACME, invoice, Samples.edition(Locale.GERMANY)).pdf();
    }
}
