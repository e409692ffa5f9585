package io.chom.theming.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chom.theming.Brand;
import io.chom.theming.BrandAssets;
import io.chom.theming.ColorMode;
import io.chom.theming.DemoBrands;
import io.chom.theming.Token;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class BrandedMailTest {

    private static final URI ORIGIN = URI.create("https://portal.acme.example");
    private static final Pattern HOST = Pattern.compile("//([^/\"'\\s<>]+)");

    private final BrandedMail mail = new BrandedMail();
    private final BrandAssets acme = BrandAssets.of(DemoBrands.acme());

    @Test
    void says_all_of_it_in_both_forms() {
        var written = mail.write(acme, ORIGIN, Locale.GERMAN, letter("Heading"));

        for (String form : List.of(written.html(), written.text())) {
            assertThat(form)
                    .contains("Heading", "First.", "Second.", "Host", "shop.example", "Open domains")
                    .contains("https://portal.acme.example/app/domains", "Yours,", "Acme Hosting", "Because.")
                    .contains("Leave", "https://portal.acme.example/mail/leave", "Hafenstraße 12", "help@acme.example");
        }
        assertThat(written.html()).contains("lang=\"de\"", "alt=\"Acme Hosting\"", "Preheader");
    }

    @Test
    void loads_and_links_nothing_but_the_houses_own() {
        var written = mail.write(acme, ORIGIN, Locale.ENGLISH, letter("Heading"));

        for (String form : List.of(written.html(), written.text())) {
            assertThat(HOST.matcher(form).results().map(found -> found.group(1)))
                    .isNotEmpty()
                    .containsOnly("portal.acme.example");
        }
        assertThat(written.html())
                .contains(
                        "src=\"https://portal.acme.example" + acme.logoOnLight().path() + "\"")
                .contains(
                        "src=\"https://portal.acme.example" + acme.logoOnDark().path() + "\"")
                .doesNotContain("url(", "<script", "@import", "<link");
    }

    @ParameterizedTest
    @EnumSource
    void follows_the_brands_mode(ColorMode mode) {
        var brand = DemoBrands.acme();
        var assets = BrandAssets.of(brand.withLook(brand.look().withMode(mode)));
        var html = mail.write(assets, ORIGIN, Locale.ENGLISH, letter("Heading")).html();

        var day = mode == ColorMode.DARK
                ? assets.tokens().dark()
                : assets.tokens().light();
        assertThat(html).contains("color:" + day.color(Token.TEXT).hex());
        assertThat(html)
                .contains(
                        switch (mode) {
                            case AUTO -> "content=\"light dark\"";
                            case LIGHT -> "content=\"light only\"";
                            case DARK -> "content=\"dark only\"";
                        });
        assertThat(html.contains("prefers-color-scheme: dark")).isEqualTo(mode == ColorMode.AUTO);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "\"><img src=x onerror=alert(1)>",
                "' onmouseover='alert(1)",
                "{{paper.name}} {{{letter}}}",
                "</title><style>*{display:none}</style>",
                "<!-- -->",
                "&lt;b&gt;"
            })
    void takes_every_word_for_a_word(String hostile) {
        var brand = DemoBrands.acme();
        Brand named = brand.withName(hostile).withContact(brand.contact().withLegalFooter(hostile));
        var calm = mail.write(BrandAssets.of(brand.withName("x")), ORIGIN, Locale.ENGLISH, letter("x"));
        var written = mail.write(BrandAssets.of(named), ORIGIN, Locale.ENGLISH, letter(hostile));

        assertThat(marks(written.html(), '<')).isEqualTo(marks(calm.html(), '<'));
        assertThat(marks(written.html(), '"')).isEqualTo(marks(calm.html(), '"'));
        assertThat(written.text()).startsWith(hostile + "\n");
    }

    @Test
    void keeps_line_ends_and_invisible_characters_out() {
        var letter = letter("one\r\nBcc: all@example.com\u0000two \u202Eevil\u202C\u200Bend");

        assertThat(letter.heading()).isEqualTo("one Bcc: all@example.com two evil end");
        assertThat(letter.subject()).isEqualTo(letter.heading());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/app", "javascript:alert(1)", "mailto:a@example.com", "ftp://example.com/", "data:,x"})
    void leads_to_web_addresses_only(String address) {
        assertThatThrownBy(() -> new Letter.Link("Go", URI.create(address)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void does_without_what_is_not_there() {
        var bare = new Letter("s", "p", "h", List.of("t"), null, List.of(), "c", "w", null);
        var written = mail.write(BrandAssets.of(Brand.defaults("Bare")), ORIGIN, Locale.ENGLISH, bare);

        assertThat(written.html()).doesNotContain("<a ", "null", "{{");
        assertThat(written.text()).isEqualTo("h\n\nt\n\nc\nBare\n\n-- \nw\n\nBare\n");
    }

    private static long marks(String html, char mark) {
        return html.chars().filter(character -> character == mark).count();
    }

    private static Letter letter(String words) {
        return new Letter(
                words,
                "Preheader",
                words,
                List.of("First.", "Second."),
                new Letter.Link("Open domains", URI.create("https://portal.acme.example/app/domains")),
                List.of(new Letter.Fact("Host", "shop.example")),
                "Yours,",
                "Because.",
                new Letter.Link("Leave", URI.create("https://portal.acme.example/mail/leave?t=x")));
    }
}
