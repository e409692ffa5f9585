package io.chom.portal.whitelabel;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.chom.theming.Brand;
import io.chom.theming.BrandAssets;
import io.chom.theming.Color;
import io.chom.theming.DemoBrands;
import io.chom.theming.documents.BrandedDocuments;
import io.chom.theming.documents.Days;
import io.chom.theming.documents.Edition;
import io.chom.theming.documents.Party;
import io.chom.theming.documents.Statement;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Leaks are planted in files as they are in pages. */
class DocumentWalkTest {

    private static final Brand ACME = DemoBrands.acme();

    private HttpServer site;
    private byte[] file = {};

    @BeforeEach
    void open() throws IOException {
        site = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        site.createContext("/file", exchange -> {
            exchange.getResponseHeaders().add("Content-Type", "application/pdf");
            exchange.sendResponseHeaders(200, file.length);
            exchange.getResponseBody().write(file);
            exchange.close();
        });
        site.createContext("/none", exchange -> {
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
        });
        site.start();
    }

    @AfterEach
    void close() {
        site.stop(0);
    }

    @Test
    void a_document_of_a_house_is_clean() {
        assertThat(found(statement(ACME, "Thank you")).leaks()).isEmpty();
    }

    @Test
    void a_leak_in_the_words_is_found() {
        assertThat(found(statement(ACME, "Made with Plattform")).leaks())
                .extracting(Leak::part)
                .containsExactly("document");
    }

    @Test
    void a_leak_in_what_it_says_of_itself_is_found() throws IOException {
        assertThat(planted(document -> document.getDocumentInformation().setProducer("Plattform 4")))
                .containsExactly("metadata");
        assertThat(planted(document -> document.getDocumentInformation().setCustomMetadataValue("Plattform", "1")))
                .containsExactly("metadata");
    }

    @Test
    void a_leak_in_a_link_is_found() throws IOException {
        assertThat(planted(document -> {
                    var link = new PDAnnotationLink();
                    var action = new PDActionURI();
                    action.setURI("https://plattform.example/invoices");
                    link.setAction(action);
                    document.getPage(0).getAnnotations().add(link);
                }))
                .containsExactly("metadata");
    }

    @Test
    void the_platforms_colour_is_found() {
        var blue = ACME.withLook(ACME.look().withAccent(Color.of("#3b6cf6")));
        var accent = BrandAssets.of(blue).tokens().light().color(io.chom.theming.Token.ACCENT);
        file = statement(blue, "Thank you");
        var findings = new Findings(new Traces(List.of(accent.hex())));
        new DocumentWalk(findings).walk("file", at("/file"));
        assertThat(findings.report().leaks()).extracting(Leak::part).containsExactly("colours");
    }

    @Test
    void any_other_file_is_read_as_it_is() {
        assertThat(found("site,plan\nshop,Plattform".getBytes(java.nio.charset.StandardCharsets.UTF_8))
                        .leaks())
                .hasSize(1);
    }

    @Test
    void what_is_not_there_or_is_damaged_is_missed() {
        var findings = new Findings(new Traces(List.of("plattform")));
        new DocumentWalk(findings).walk("file", at("/none"));
        assertThat(findings.report().missed()).hasSize(1);
        assertThat(found("%PDF-1.7 and nothing else".getBytes(java.nio.charset.StandardCharsets.UTF_8))
                        .missed())
                .hasSize(1);
    }

    @Test
    void links_to_files_are_found_in_what_a_view_answers() {
        assertThat(
                        DocumentWalk.links(
                                "{\"feat\":3,\"value\":\"VAADIN/dynamic/resource/2/3f-9/x.csv\"},"
                                        + "{\"value\":{\"@v-uri\":\"VAADIN/dynamic/resource/2/aa-1/\"}},{\"value\":\"VAADIN/build/x.js\"}"))
                .containsExactlyInAnyOrder("VAADIN/dynamic/resource/2/3f-9/x.csv", "VAADIN/dynamic/resource/2/aa-1/");
    }

    private interface Plant {
        void in(PDDocument document) throws IOException;
    }

    private List<String> planted(Plant plant) throws IOException {
        try (var document = Loader.loadPDF(statement(ACME, "Thank you"))) {
            plant.in(document);
            var bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return found(bytes.toByteArray()).leaks().stream().map(Leak::part).toList();
        }
    }

    private WhiteLabelReport found(byte[] content) {
        file = content;
        var findings = new Findings(new Traces(List.of("plattform", "#3b82f6")));
        new DocumentWalk(findings).walk("file", at("/file"));
        return findings.report();
    }

    private URI at(String place) {
        return URI.create("http://localhost:" + site.getAddress().getPort() + place);
    }

    private static byte[] statement(Brand brand, String note) {
        var party = new Party("Lena Brandt", List.of(), null, null);
        var made = Instant.parse("2026-11-22T09:30:00Z");
        var statement = new Statement(
                Statement.Kind.ACCOUNT,
                "1",
                made,
                new Days(LocalDate.of(2026, 11, 1), LocalDate.of(2026, 11, 30)),
                party,
                party,
                List.of(),
                Currency.getInstance("EUR"),
                0,
                List.of(),
                List.of(note));
        return new BrandedDocuments()
                .write(BrandAssets.of(brand), statement, new Edition(Locale.UK, ZoneOffset.UTC, made))
                .pdf();
    }
}
