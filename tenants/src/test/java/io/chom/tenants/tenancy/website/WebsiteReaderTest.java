package io.chom.tenants.tenancy.website;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.chom.tenants.platform.egress.LoopbackHttp;
import io.chom.tenants.support.LoopbackWeb;
import io.chom.tenants.tenancy.website.SiteReading.Failed;
import io.chom.tenants.tenancy.website.SiteReading.Fetching;
import io.chom.tenants.tenancy.website.SiteReading.Proposed;
import io.chom.tenants.tenancy.website.SiteReading.Step;
import io.chom.theming.Color;
import io.chom.theming.website.ProposedBrand;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Invented websites on real servers. */
class WebsiteReaderTest {

    private final LoopbackWeb web = new LoopbackWeb();
    private final WebsiteReader reader =
            new WebsiteReader(LoopbackHttp.client(), new WebsiteProperties(20, 1, Duration.ofSeconds(20)));

    @AfterEach
    void close() {
        web.close();
    }

    @Test
    void a_site_is_read_in_steps_and_proposed() {
        web.has("/", "text/html; charset=utf-8", """
                        <title>Tannhof | Hosting</title><link rel=stylesheet href=/a.css><link rel=stylesheet href=/none.css>
                        <link rel=manifest href=/app.json><link rel=icon href=/i.png>
                        <header><a href="/"><img class=logo src="/logo.png"></a></header><button class=go>Go</button>
                        """)
                .has("/a.css", "text/css", ".go{background:#8a1f5c}")
                .has("/logo.png", "image/png", png(60, 20))
                .has("/i.png", "image/png", png(16, 16))
                .has(
                        "/app.json",
                        "application/json",
                        "{\"icons\":[{\"src\":\"s.png\",\"sizes\":\"48x48\"},{\"src\":\"l.png\",\"sizes\":\"512x512\"}]}")
                .has("/l.png", "image/png", png(100, 100));

        var all = read(web.at("/"));

        assertThat(all.getFirst()).isEqualTo(new Fetching(Step.PAGE, 0, 1));
        assertThat(all.stream().filter(one -> one.equals(new Fetching(Step.PARTS, 6, 6))))
                .hasSize(1);
        var brand = proposed(all);
        assertThat(brand.name()).hasValue("Tannhof");
        assertThat(brand.logos()).hasSize(1);
        assertThat(brand.favicons()).hasSize(2);
        assertThat(brand.accents().getFirst().asked()).isEqualTo(Color.of("#8a1f5c"));
        assertThat(web.heads()).noneMatch(head -> head.getFirst().contains("/s.png"));
    }

    @Test
    void without_a_scheme_an_unprotected_site_is_found_too() {
        web.has("/", "text/html", "<title>Plain</title>");

        assertThat(proposed(read("127.0.0.1:" + web.port())).name()).hasValue("Plain");
    }

    @Test
    void a_hostile_site_costs_little_and_gives_nothing_active() {
        web.has("/", "text/html", """
                        <header><a href=/><svg class=logo viewBox="0 0 4 4"><script>alert(1)</script><path d="M0 0h4v4z" onclick="x()"/></svg></a>
                        <img class=logo src=/huge.png><img class=logo src=/inside.png><img class=logo src=http://10.0.0.1/l.png>
                        <img class=logo src=/lie.png></header><link rel=stylesheet href=/endless.css>
                        """ + "<link rel=stylesheet href=/more.css?a>".repeat(50) + sheets())
                .says("/huge.png", out -> {
                    out.write("HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\n".getBytes(ISO_8859_1));
                    for (int kilobyte = 0; kilobyte < 50_000; kilobyte++) {
                        out.write(new byte[1024]);
                    }
                })
                .leads("/inside.png", "http://169.254.169.254/latest")
                .has("/lie.png", "image/png", "<svg onload='alert(1)'><a href='javascript:alert(2)'/>")
                .says("/endless.css", out -> {
                    out.write("HTTP/1.1 200 OK\r\n\r\n".getBytes(ISO_8859_1));
                    while (true) {
                        out.write("a{color:red}".getBytes(ISO_8859_1));
                    }
                });

        var brand = proposed(read(web.at("/")));

        assertThat(brand.logos()).hasSize(1);
        assertThat(brand.logos().getFirst().picture().content()).doesNotContain("script", "alert", "onclick");
        assertThat(web.heads().stream()
                        .filter(head -> head.getFirst().contains(".css"))
                        .count())
                .isEqualTo(10);
    }

    private static String sheets() {
        StringBuilder links = new StringBuilder();
        IntStream.range(0, 40)
                .forEach(n ->
                        links.append("<link rel=stylesheet href=/s").append(n).append(".css>"));
        return links.toString();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<<<><html <body <p>x<table><tr><div></p></b>",
                "",
                "\u0000\u0001",
                "<title>",
                "<!--",
                "&#xffffff;"
            })
    void broken_pages_are_pages(String html) {
        web.has("/", "text/html", html);

        assertThat(proposed(read(web.at("/")))).isNotNull();
    }

    @Test
    void what_is_no_page_is_said() {
        web.has("/doc", "application/pdf", "%PDF")
                .leads("/inside", "http://10.0.0.1/")
                .leads("/loop", "/loop")
                .says("/401", LoopbackWeb.answer("401 No", "X: y", new byte[0]))
                .says("/large", LoopbackWeb.answer("200 OK", "Content-Type: text/html", new byte[3_000_000]));

        assertThat(failed(web.at("/doc")).code()).isEqualTo("not-a-page");
        assertThat(failed(web.at("/inside")).code()).isEqualTo("nobody-answers");
        assertThat(failed(web.at("/loop")).code()).isEqualTo("led-astray");
        assertThat(failed(web.at("/401")).code()).isEqualTo("answered-closed");
        assertThat(failed(web.at("/404")).code()).isEqualTo("answered-missing");
        assertThat(failed(web.at("/large")).code()).isEqualTo("too-large");
        assertThat(failed("http://10.1.2.3/").sentence())
                .isEqualTo("Nobody answers at 10.1.2.3. Check that everybody on the Internet can open it.");
        assertThat(failed("not an address").code()).isEqualTo("not-an-address");
        assertThat(failed("ftp://example.com").code()).isEqualTo("not-an-address");
        assertThat(failed("javascript:alert(1)").code()).isEqualTo("not-an-address");
    }

    @Test
    void parts_that_take_too_long_are_done_without() {
        web.has("/", "text/html", "<title>Patient</title><link rel=icon href=/slow.png>")
                .says(
                        "/slow.png",
                        out -> new java.util.concurrent.CountDownLatch(1)
                                .await(20, java.util.concurrent.TimeUnit.SECONDS));
        var hasty = new WebsiteReader(LoopbackHttp.client(), new WebsiteProperties(20, 1, Duration.ofSeconds(4)));

        var all = Objects.requireNonNull(hasty.read(web.at("/")).collectList().block(Duration.ofSeconds(15)));

        assertThat(proposed(all).name()).hasValue("Patient");
    }

    private List<SiteReading> read(String typed) {
        return Objects.requireNonNull(reader.read(typed).collectList().block(Duration.ofSeconds(60)));
    }

    private Failed failed(String typed) {
        return (Failed) read(typed).getLast();
    }

    private static ProposedBrand proposed(List<SiteReading> all) {
        assertThat(all.getLast()).isInstanceOf(Proposed.class);
        return ((Proposed) all.getLast()).brand();
    }

    private static byte[] png(int width, int height) {
        try {
            var out = new ByteArrayOutputStream();
            ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "png", out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
