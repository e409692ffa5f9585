package io.chom.portal.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.chom.portal.client.Http;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.web.util.HtmlUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What home screens and search engines are told about a brand's portal. */
@Tag("servers")
class InstallableIT {

    private static final RunningPortal PORTAL = RunningPortal.get();
    private static final int PORT = URI.create(PORTAL.ui("acme")).getPort();
    private static final Pattern TOUCH =
            Pattern.compile("rel=\"apple-touch-icon\" sizes=\"180x180\" href=\"([^\"]+)\"");

    @ParameterizedTest
    @CsvSource({"acme, Acme Hosting, nimbus", "nimbus, Nimbus Cloud, acme"})
    void a_brand_is_installed_under_its_own_name_and_picture(String brand, String name, String other)
            throws IOException {
        var answer = get(brand, "/manifest.webmanifest");
        var manifest = JsonMapper.shared().readTree(answer.body());

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.headers()).doesNotContainKey("set-cookie").containsEntry("x-content-type-options", "nosniff");
        assertThat(answer.headers().get("content-type")).startsWith("application/manifest+json");
        assertThat(answer.headers().get("vary")).contains("Accept-Language");
        assertThat(answer.body()).doesNotContainIgnoringCase("chom").doesNotContainIgnoringCase(other);
        assertThat(manifest.get("name").asString()).isEqualTo(name);
        assertThat(manifest.get("short_name").asString()).isEqualTo(name);
        assertThat(manifest.get("start_url").asString()).isEqualTo("/app/");
        assertThat(manifest.get("scope").asString()).isEqualTo("/");
        assertThat(manifest.get("display").asString()).isEqualTo("standalone");
        assertThat(manifest.get("icons").size()).isEqualTo(3);
        for (JsonNode icon : manifest.get("icons")) {
            var picture = picture(brand, icon.get("src").asString());
            assertThat(picture.getWidth() + "x" + picture.getHeight())
                    .isEqualTo(icon.get("sizes").asString());
            assertThat(picture.getColorModel().hasAlpha())
                    .isNotEqualTo(icon.get("purpose").asString().equals("maskable"));
            assertThat(get(other, icon.get("src").asString()).status()).isEqualTo(404);
        }
    }

    @Test
    void an_icon_is_kept_for_ever_and_never_acts() throws IOException {
        var page = get("acme", "/").body();
        assertThat(page).contains("<link rel=\"manifest\" href=\"/manifest.webmanifest\">");
        var link = TOUCH.matcher(page);
        assertThat(link.find()).isTrue();
        var icon = get("acme", link.group(1));
        var picture = picture("acme", link.group(1));

        assertThat(icon.headers().get("cache-control")).contains("immutable", "max-age=31536000");
        assertThat(icon.headers().get("content-security-policy")).endsWith("sandbox");
        assertThat(icon.headers()).doesNotContainKey("set-cookie").containsEntry("content-type", "image/png");
        assertThat(picture.getWidth()).isEqualTo(180);
        assertThat(picture.getColorModel().hasAlpha()).isFalse();
        assertThat(get("acme", "/apple-touch-icon.png").headers().get("cache-control"))
                .contains("max-age=3600");
    }

    @ParameterizedTest
    @CsvSource({
        "'de-AT,de;q=0.9', de, Anmelden",
        "fr-CA, fr, Se connecter",
        "es-MX, es, Iniciar sesión",
        "nl, en, Log in"
    })
    void it_says_the_language_of_its_reader(String accepts, String language, String logIn) {
        var manifest = get("acme", "/manifest.webmanifest", "Accept-Language: " + accepts);
        assertThat(JsonMapper.shared().readTree(manifest.body()).get("lang").asString())
                .isEqualTo(language);

        var page = get("acme", "/?lang=" + language, "Accept-Language: ja");
        assertThat(page.body())
                .contains("<html lang=\"" + language + "\"", logIn)
                .contains("<link rel=\"canonical\" href=\"" + PORTAL.ui("acme") + "/?lang=" + language + "\">")
                .contains("<link rel=\"alternate\" hreflang=\"x-default\" href=\"" + PORTAL.ui("acme") + "/\">");
    }

    @ParameterizedTest
    @ValueSource(strings = {"acme", "nimbus"})
    void search_engines_find_the_first_page_in_each_language(String brand) {
        String origin = PORTAL.ui(brand);
        assertThat(get(brand, "/robots.txt").body()).contains("\nSitemap: " + origin + "/sitemap.xml\n");

        var sitemap = get(brand, "/sitemap.xml");
        assertThat(sitemap.status()).isEqualTo(200);
        assertThat(sitemap.headers().get("content-type")).startsWith("application/xml");
        var places = Pattern.compile("<loc>([^<]+)</loc>")
                .matcher(sitemap.body())
                .results()
                .map(found -> found.group(1))
                .toList();
        assertThat(places)
                .contains(
                        origin + "/",
                        origin + "/?lang=en",
                        origin + "/?lang=de",
                        origin + "/?lang=fr",
                        origin + "/?lang=es")
                .allMatch(place -> place.startsWith(origin + "/"));
        assertThat(sitemap.body())
                .contains("<xhtml:link rel=\"alternate\" hreflang=\"de\" href=\"" + origin + "/?lang=de\"/>");
        for (String place : places) {
            assertThat(get(brand, place.substring(origin.length())).body())
                    .contains("<link rel=\"canonical\" href=\"" + place + "\">");
        }
    }

    @Test
    void a_host_of_nobody_has_none_of_it_and_a_strange_language_is_none() {
        for (String path : List.of("/manifest.webmanifest", "/sitemap.xml", "/robots.txt", "/apple-touch-icon.png")) {
            assertThat(get("nobody", path).status()).isEqualTo(404);
        }
        assertThat(get("acme", "/?lang=%22%3E%3Cscript%3E").body())
                .contains("<html lang=\"en\"", "<link rel=\"canonical\" href=\"" + PORTAL.ui("acme") + "/\">")
                .doesNotContain("<script");
    }

    /** Read as browsers do: pages write {@code =} as a character reference. */
    private static RawHttp.Answer get(String brand, String path, String... headers) {
        List<String> lines =
                new ArrayList<>(List.of("GET " + path + " HTTP/1.1", "Host: " + brand + ".localhost:" + PORT));
        lines.addAll(List.of(headers));
        var answer = RawHttp.send(PORT, lines.toArray(String[]::new));
        return new RawHttp.Answer(answer.status(), answer.headers(), HtmlUtils.htmlUnescape(answer.body()));
    }

    private static BufferedImage picture(String brand, String path) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(Http.file(URI.create(PORTAL.ui(brand) + path))));
    }
}
