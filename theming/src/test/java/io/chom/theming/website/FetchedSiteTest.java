package io.chom.theming.website;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.chom.theming.BrandFont;
import io.chom.theming.BrandTokens;
import io.chom.theming.Clash;
import io.chom.theming.Color;
import io.chom.theming.ColorMode;
import io.chom.theming.DemoBrands;
import io.chom.theming.Logo;
import io.chom.theming.website.FetchedSite.Picture;
import io.chom.theming.website.PictureSource.Use;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class FetchedSiteTest {

    private static final String AT = "https://www.kiefernhof.example/start";

    @Test
    void a_site_like_wordpress_makes() {
        var page = page("""
                <!doctype html><title>Kiefernhof – Hosting vom Land</title>
                <link rel="stylesheet" href="/wp/style.css?v=1"><link rel=stylesheet media=print href=/print.css>
                <meta name="theme-color" content="#2f6b3a">
                <link rel="icon" sizes="32x32" href="/i32.png"><link rel="icon" sizes="192x192" href="/i192.png">
                <link rel="apple-touch-icon" href="/touch.png"><meta property="og:image" content="/share.jpg">
                <body class="home"><header><a href="/"><img class="custom-logo" alt="Kiefernhof" src="/logo.png"></a>
                <nav><a href="/hilfe">Hilfe</a></nav></header>
                <main><img src="/team.jpg"><a class="wp-block-button__link" href="/x">Los</a></main>
                <footer><a href="mailto:vertrieb@kiefernhof.example">a</a><a href="mailto:support@kiefernhof.example?subject=x">b</a>
                <a href="/impressum">Impressum</a> <a href="/agb">AGB</a></footer>
                """);
        var site = new FetchedSite(page, List.of("""
                :root{--wp--preset--color--vivid-red:#cf2e2e;--wp--preset--color--luminous-vivid-orange:#ff6900}
                body{font-family:"Open Sans",sans-serif;background:#fffdf7;color:#222}
                .wp-block-button__link{background-color:#2f6b3a;color:#fff} .wp-block-button__link:hover{background:#28602f}
                .alert-danger{background:#cc0000} a{color:#2f6b3a}
                @media (prefers-color-scheme: dark){body{background:#000}} @media print{body{background:#f0f}}
                """), List.of());

        assertThat(page.sheets()).containsExactly("https://www.kiefernhof.example/wp/style.css?v=1");
        assertThat(page.pictures())
                .extracting(PictureSource::place)
                .containsExactly(
                        "https://www.kiefernhof.example/logo.png",
                        "https://www.kiefernhof.example/i192.png",
                        "https://www.kiefernhof.example/touch.png",
                        "https://www.kiefernhof.example/i32.png",
                        "https://www.kiefernhof.example/favicon.ico",
                        "https://www.kiefernhof.example/share.jpg");
        var proposal = site.proposal();
        assertThat(proposal.name()).hasValue("Kiefernhof");
        assertThat(proposal.accents().getFirst().asked()).isEqualTo(Color.of("#2f6b3a"));
        assertThat(proposal.accents())
                .extracting(ProposedColor::asked)
                .doesNotContain(Color.of("#cf2e2e"), Color.of("#cc0000"));
        assertThat(proposal.background()).hasValue(Color.of("#fffdf7"));
        assertThat(proposal.type().nearest()).hasValue(BrandFont.NUNITO_SANS);
        assertThat(proposal.links())
                .isEqualTo(new ProposedBrand.Links(
                        java.util.Optional.of("support@kiefernhof.example"),
                        java.util.Optional.of(URI.create("https://www.kiefernhof.example/hilfe")),
                        java.util.Optional.of(URI.create("https://www.kiefernhof.example/agb")),
                        java.util.Optional.of(URI.create("https://www.kiefernhof.example/impressum"))));
    }

    @Test
    void a_site_of_utilities_and_custom_properties() {
        var site = new FetchedSite(page("""
                <meta property="og:site_name" content="Bluefin">
                <body class="bg-white font-sans"><header class="border-b"><a href="/" class="logo"><svg viewBox="0 0 9 9">
                <path d="M0 0h9v9z" fill="#0f172a"/></svg></a><a class="btn bg-primary" href="/go">Go</a></header>
                <p class="text-slate-500">words</p>
                """), List.of("""
                @layer theme{:root{--color-primary:oklch(0.55 0.2 262);--color-rose-500:oklch(0.6 0.24 16);--font-sans:ui-sans-serif,system-ui}}
                @layer utilities{.bg-primary{background-color:var(--color-primary)}.bg-rose-500{background-color:var(--color-rose-500)}
                .bg-white{background-color:#fff}.font-sans{font-family:var(--font-sans)}.hover\\:bg-rose-500:hover{background-color:red}}
                """), List.of());

        var proposal = site.proposal();
        assertThat(proposal.name()).hasValue("Bluefin");
        assertThat(proposal.accents()).hasSize(1);
        assertThat(proposal.accents().getFirst().asked().hex()).isEqualTo("#2867e4");
        assertThat(proposal.background()).hasValue(Color.of("#ffffff"));
        assertThat(proposal.type().nearest()).hasValue(BrandFont.SYSTEM);
    }

    @Test
    void a_site_with_nothing_but_inline_styles() {
        var proposal = new FetchedSite(page("""
                <title>Welcome | Oakwood Web</title><body style="background-color: rgb(250,248,240); font-family: Georgia, serif">
                <div style="background:#7a1f2b"><a style="color:#7a1f2b" href=#>x</a></div><font color=red>y</font>
                """), List.of(), List.of()).proposal();

        assertThat(proposal.name()).hasValue("Oakwood Web");
        assertThat(proposal.accents().getFirst().asked()).isEqualTo(Color.of("#7a1f2b"));
        assertThat(proposal.background()).hasValue(Color.of("#faf8f0"));
        assertThat(proposal.type().nearest()).hasValue(BrandFont.SOURCE_SERIF);
    }

    @Test
    void a_dark_site_has_visitors_start_in_the_dark_and_a_logo_that_is_seen_there() {
        var site = new FetchedSite(
                page("<body><a href=/><img src=/logo.png></a>"),
                List.of("body{background:#0b1020} a{color:#3b1d8f}"),
                List.of(new Picture(Use.LOGO, png(0xffffffff)), new Picture(Use.LOGO, png(0xff101010))));

        var proposal = site.proposal();
        assertThat(proposal.logos())
                .extracting(ProposedLogo::ground)
                .containsExactly(ProposedLogo.Ground.DARK, ProposedLogo.Ground.LIGHT);
        var first = proposal.accents().getFirst();
        assertThat(first.isMoved())
                .as("a dark violet cannot be read on dark ground")
                .isTrue();
        var worn = proposal.choice().on(DemoBrands.acme());
        assertThat(worn.look().mode()).isEqualTo(ColorMode.DARK);
        assertThat(worn.look().accent()).isEqualTo(first.given());
        assertThat(worn.artwork().onDark()).isEqualTo(proposal.logos().get(0).picture());
        assertThat(worn.artwork().onLight()).isEqualTo(proposal.logos().get(1).picture());
        assertThat(Clash.of(BrandTokens.of(worn.look()))).isEmpty();
    }

    @Test
    void what_is_active_in_a_drawing_is_left_out() {
        var page = page("""
                <header><a href="/"><svg class="logo" viewBox="0 0 20 10" onload="alert(1)"><script>alert(2)</script>
                <style>.a{fill:#00f}</style><foreignObject><body onload="alert(3)"></foreignObject>
                <a href="javascript:alert(4)"><rect class="a" width="20" height="10" onclick="alert(5)"/></a>
                <rect style="fill:url(https://evil.example/x);stroke:#0f0" width="1" height="1"/><image href="https://evil.example/y"/>
                </svg></a></header>
                """);
        var drawing = page.pictures().getFirst();

        var logo = Logo.found(java.util.Objects.requireNonNull(drawing.drawn()));

        assertThat(logo.format()).isEqualTo(Logo.Format.SVG);
        assertThat(logo.content())
                .contains("viewBox=\"0 0 20 10\"", "stroke=\"#0f0\"")
                .doesNotContain("alert", "script", "evil", "onload", "foreign", "style");
    }

    @Test
    void a_style_of_a_drawing_becomes_attributes_of_its_shapes() {
        var logo = Logo.found("""
                <?xml version="1.0"?><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">
                <svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="40px" height="10px" data-name="x">
                <defs><style>.cls-1,.cls-2{fill:#c00}.cls-2{opacity:.5}</style></defs><path class="cls-2" d="M0 0h9v9z"/></svg>
                """.getBytes(UTF_8));

        assertThat(logo.content())
                .contains("fill=\"#c00\"", "opacity=\".5\"", "viewBox=\"0 0 40 10\"")
                .doesNotContain("cls", "xlink:");
    }

    @Test
    void icons_of_old_and_new_files_are_read() throws IOException {
        for (byte[] file : List.of(ico(pngOf(64, 0xff00aa00)), ico(bitmap()), jpeg())) {
            var logo = Logo.found(file);
            assertThat(logo.format()).isEqualTo(Logo.Format.PNG);
            assertThat(ImageIO.read(new java.io.ByteArrayInputStream(logo.bytes())))
                    .isNotNull();
        }
    }

    @Test
    void a_site_without_anything_gives_an_empty_proposal() {
        var proposal = new FetchedSite(page(""), List.of(), List.of()).proposal();

        assertThat(proposal.isEmpty()).isTrue();
        assertThat(proposal.choice().on(DemoBrands.nimbus())).isEqualTo(DemoBrands.nimbus());
    }

    /** Made to keep whoever reads them busy: what takes longer than this has grown out of proportion. */
    @Test
    void no_site_keeps_its_reader_busy() {
        var tower = new StringBuilder(":root{--v0:#123456");
        for (int level = 1; level < 12; level++) {
            tower.append(";--v").append(level).append(':').append(("var(--v" + (level - 1) + ") ").repeat(40));
        }
        var sheets = List.of(
                tower + "}a{background:var(--v11)}",
                "(".repeat(300_000),
                "a:not(" + "b".repeat(400_000) + "{color:red}",
                "a{color:" + "rgb(".repeat(100_000) + "}");
        var html = "<title>" + " -".repeat(200_000) + "</title><header><svg class=logo><title>" + "menu".repeat(100_000)
                + "</title><path d='M0 0'/></svg></header>" + "<img class=logo src=x>".repeat(20_000);
        var drawings = List.of(
                "<!--" + "--><!--".repeat(500) + "x",
                "<svg><style>" + ".a{b}".repeat(100_000) + "</style><path class=a d='M0 0'/></svg>",
                "<svg><style>" + "a".repeat(500_000) + "</style><path d='M0 0'/></svg>",
                "<svg>" + "<g>".repeat(100_000) + "<path/></svg>");
        var site = new FetchedSite(
                page(html + "<a>"),
                sheets,
                drawings.stream()
                        .map(one -> new Picture(Use.LOGO, one.getBytes(UTF_8)))
                        .toList());

        assertTimeoutPreemptively(Duration.ofSeconds(60), () -> {
            site.page().pictures();
            site.proposal();
        });
    }

    /** Whatever a site says, what is made of it can be read and nothing fails. */
    @Test
    void no_site_makes_a_proposal_fail_or_clash() {
        long seed = System.nanoTime();
        var random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            var site = new FetchedSite(
                    SitePage.read(
                            AT, noise(random), random.nextBoolean() ? "text/html; charset=" + random.nextInt() : ""),
                    List.of(
                            new String(noise(random), UTF_8),
                            "body{background:" + color(random) + "}a{color:" + color(random) + "}"),
                    List.of(new Picture(Use.LOGO, noise(random)), new Picture(Use.ICON, ico(noise(random)))));
            var proposal = site.proposal();
            site.page().pictures();
            site.page().sheets();
            var worn = proposal.choice().on(DemoBrands.acme());
            assertThat(Clash.of(BrandTokens.of(worn.look())))
                    .as("seed %d", seed)
                    .isEmpty();
            proposal.accents()
                    .forEach(accent -> assertThat(Clash.of(BrandTokens.of(proposal.background()
                                    .map(ground -> Choice.grounded(io.chom.theming.Look.DEFAULT, ground))
                                    .orElse(io.chom.theming.Look.DEFAULT)
                                    .withAccent(accent.given()))))
                            .as("seed %d", seed)
                            .isEmpty());
        }
    }

    private static String color(Random random) {
        return "#%06x".formatted(random.nextInt(0x1000000));
    }

    /** Pieces of pages, cut and shuffled, with any bytes between them. */
    private static byte[] noise(Random random) {
        var pieces = List.of(
                "<header>",
                "<svg viewBox='0 0 1 1'>",
                "<path d='M0 0'/>",
                "</svg>",
                "<a href='/'>",
                "<img class=logo src='data:image/png;base64,AA'>",
                "<style>",
                "</style>",
                ":root{--primary:",
                "var(--primary)",
                "oklch(9e9 1 x)",
                "rgb(300,-1,5%)",
                "body{",
                "}",
                "((((((",
                "@media ",
                "{{{",
                "<table>",
                "<link rel=icon href='",
                "'>",
                "<meta name=theme-color content=",
                "<title>",
                "\u202e",
                "\u0000",
                "<!--",
                "hsl(1turn 50% 50%)",
                "url(",
                "\\",
                "<body style='background:#",
                ";");
        var all = new ByteArrayOutputStream();
        int count = random.nextInt(60);
        for (int at = 0; at < count; at++) {
            all.writeBytes(pieces.get(random.nextInt(pieces.size())).getBytes(UTF_8));
            var bytes = new byte[random.nextInt(6)];
            random.nextBytes(bytes);
            all.writeBytes(bytes);
        }
        return all.toByteArray();
    }

    private static SitePage page(String html) {
        return SitePage.read(AT, html.getBytes(UTF_8), "text/html; charset=utf-8");
    }

    /** A mark on transparent ground. */
    private static byte[] png(int ink) {
        var picture = new BufferedImage(40, 20, BufferedImage.TYPE_INT_ARGB);
        for (int x = 0; x < 20; x++) {
            picture.setRGB(x, 10, ink);
            picture.setRGB(x, 11, ink);
        }
        return written(picture, "png");
    }

    private static byte[] pngOf(int side, int ink) {
        var picture = new BufferedImage(side, side, BufferedImage.TYPE_INT_ARGB);
        picture.setRGB(1, 1, ink);
        return written(picture, "png");
    }

    private static byte[] jpeg() {
        return written(new BufferedImage(700, 20, BufferedImage.TYPE_INT_RGB), "jpg");
    }

    private static byte[] written(BufferedImage picture, String kind) {
        try {
            var out = new ByteArrayOutputStream();
            ImageIO.write(picture, kind, out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** An icon file with one picture. */
    private static byte[] ico(byte[] content) {
        var file = ByteBuffer.allocate(22 + content.length).order(ByteOrder.LITTLE_ENDIAN);
        file.putShort((short) 0).putShort((short) 1).putShort((short) 1);
        file.put((byte) 16)
                .put((byte) 16)
                .put((byte) 0)
                .put((byte) 0)
                .putShort((short) 1)
                .putShort((short) 32);
        file.putInt(content.length).putInt(22).put(content);
        return file.array();
    }

    /** 16 × 16 pixels of a bitmap as icons have it: without the head of its file, twice as high for the mask. */
    private static byte[] bitmap() {
        var bitmap = ByteBuffer.allocate(40 + 16 * 16 * 4 + 16 * 4).order(ByteOrder.LITTLE_ENDIAN);
        bitmap.putInt(40).putInt(16).putInt(32).putShort((short) 1).putShort((short) 32);
        bitmap.putInt(0).putInt(0).putInt(0).putInt(0).putInt(0).putInt(0);
        for (int pixel = 0; pixel < 256; pixel++) {
            bitmap.putInt(0xff336699);
        }
        return bitmap.array();
    }
}
