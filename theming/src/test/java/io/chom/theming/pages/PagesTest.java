package io.chom.theming.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.chom.theming.Brand;
import io.chom.theming.BrandAssets;
import io.chom.theming.ColorMode;
import io.chom.theming.Contact;
import io.chom.theming.DemoBrands;
import io.chom.theming.Languages;
import io.chom.theming.Look;
import io.chom.theming.SocialImage;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class PagesTest {
    private static final String HOSTILE = "<img src=x onerror=alert(1)>\"'&{{name}}";
    private static final URI ADDRESS = URI.create("https://acme.example/");
    private static final List<PlanOffer> PLANS = List.of(
            new PlanOffer("Start", "$9.00", "per month", "For one site.", List.of("1 site", "10 GB"), false),
            new PlanOffer(HOSTILE, HOSTILE, HOSTILE, HOSTILE, List.of(HOSTILE), true));

    private final LandingPage landing = new LandingPage();

    @Test
    void a_currency_is_chosen_only_where_there_are_several() {
        var assets = BrandAssets.of(DemoBrands.acme());
        var euro = new CurrencyOffer("EUR", "Euro", true);
        var dollar = new CurrencyOffer("USD", "US-Dollar <b>", false);

        assertThat(landing.render(assets, Locale.GERMAN, PLANS, ADDRESS, Locale.GERMAN, List.of(dollar, euro)))
                .contains("<label for=\"currency\">Währung der Preise</label>")
                .contains("<option value=\"USD\">USD – US-Dollar &lt;b&gt;</option>")
                .contains("<option value=\"EUR\" selected>EUR – Euro</option>")
                .contains("<input type=\"hidden\" name=\"lang\" value=\"de\">", "action=\"/#plans\"");
        assertThat(landing.render(assets, Locale.ENGLISH, PLANS, ADDRESS, null, List.of(dollar, euro)))
                .contains("Currency of the prices")
                .doesNotContain("name=\"lang\"");
        assertThat(landing.render(assets, Locale.GERMAN, PLANS, ADDRESS, null, List.of(euro)))
                .doesNotContain("<select", "currency");
    }

    private final ErrorPage error = new ErrorPage();
    private static final URI HOME = URI.create("https://acme.example/");

    private final DocsPage docs = new DocsPage();

    @Test
    void theLandingPageCarriesTheBrandAndNothingElse() {
        var brand = DemoBrands.acme();
        var html = landing.render(BrandAssets.of(brand), Locale.ENGLISH, List.of(), ADDRESS);
        var assets = BrandAssets.of(brand);
        assertThat(html)
                .contains(brand.promise(), "<title>Acme Hosting</title>", "href=\"/app\"")
                .contains(
                        assets.stylesheet().path(),
                        assets.favicon().path(),
                        assets.logoOnDark().path())
                .contains("mailto:help@acme.example", "property=\"og:title\" content=\"Acme Hosting\"")
                .doesNotContain("id=\"plans\"");
        assertThat(html.toLowerCase(Locale.ROOT)).doesNotContain("chom", "nimbus");
    }

    @Test
    void aSharedLinkHasATitleASentenceAndThePictureIfThereIsOne() throws IOException {
        var brand = DemoBrands.acme();
        assertThat(landing.render(BrandAssets.of(brand), Locale.ENGLISH, List.of(), ADDRESS))
                .contains("property=\"og:title\" content=\"Acme Hosting\"")
                .contains("property=\"og:description\" content=\"" + brand.promise())
                .contains("name=\"twitter:card\" content=\"summary\"")
                .doesNotContain("og:image");

        var file = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(1200, 630, BufferedImage.TYPE_INT_RGB), "png", file);
        var assets =
                BrandAssets.of(brand.withArtwork(brand.artwork().withSocial(SocialImage.uploaded(file.toByteArray()))));
        var picture = assets.all().getLast().path();
        assertThat(landing.render(assets, Locale.ENGLISH, List.of(), ADDRESS))
                .contains("property=\"og:image\" content=\"https://acme.example" + picture + "\"")
                .contains("og:image:width\" content=\"1200\"", "og:image:height\" content=\"630\"")
                .contains("name=\"twitter:card\" content=\"summary_large_image\"");
        assertThat(landing.preview(assets, Locale.ENGLISH, List.of(), "later")).doesNotContain("og:");
    }

    @Test
    void aDraftSaysSoBringsItsOwnFilesAndIsFoundByNobody() {
        var assets = BrandAssets.of(DemoBrands.acme(), "/preview/abc/");
        var html = landing.preview(assets, Locale.ENGLISH, PLANS, "Apr 1, 2026, 10:00:00 UTC");
        assertThat(html)
                .contains("Preview of a draft, until Apr 1, 2026, 10:00:00 UTC", "content=\"noindex, nofollow\"")
                .contains("href=\"/preview/abc/" + assets.stylesheet().path().substring(13))
                .doesNotContain("/brand/", "canonical", "og:");
        assertPolicyHolds(html);
        assertThat(landing.render(BrandAssets.of(DemoBrands.acme()), Locale.ENGLISH, PLANS, ADDRESS))
                .contains("rel=\"canonical\"")
                .doesNotContain("noindex", "Preview of a draft");
    }

    @Test
    void plansAreShownWhenTheyArePublished() {
        assertThat(landing.render(BrandAssets.of(DemoBrands.nimbus()), Locale.ENGLISH, PLANS, ADDRESS))
                .contains("id=\"plans\"", "$9.00", "10 GB", "Recommended");
    }

    @Test
    void aHostileBrandStaysTextOnEveryPage() {
        for (var html : allPages(hostile())) {
            assertThat(html).doesNotContain("<img src=x").contains("&lt;img src");
            assertPolicyHolds(html);
        }
    }

    @Test
    void noPageNeedsInlineScriptsOrStyles() {
        for (var brand : DemoBrands.all()) {
            allPages(brand).forEach(PagesTest::assertPolicyHolds);
        }
        assertPolicyHolds(new NotFoundPage().render(Locale.ENGLISH));
    }

    @Test
    void theNeutralPageNamesNobody() {
        var html = new NotFoundPage().render(Locale.ENGLISH).toLowerCase(Locale.ROOT);
        assertThat(html).contains("404").doesNotContain("chom", "acme", "nimbus", "/brand/");
    }

    @Test
    void anErrorSaysWhatToDoAndUnderWhichReference() {
        var failure = new ErrorPage.Failure(
                Locale.ENGLISH, 503, "We could not load this page", "Try again in a minute.", "req-42");
        assertThat(error.render(BrandAssets.of(DemoBrands.acme()), failure))
                .contains("503", failure.title(), failure.advice(), "req-42");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ErrorPage.Failure(Locale.ENGLISH, 200, "Fine", "Nothing", null));
    }

    @Test
    void nobody_is_led_to_another_page_while_all_are_closed() {
        String page = new ErrorPage()
                .render(
                        BrandAssets.of(Brand.defaults("Acme")),
                        new ErrorPage.Failure(Locale.ENGLISH, null, "Back in a few minutes", "Wait", null));

        assertThat(page).contains("Back in a few minutes").doesNotContain("class=\"code\"", "class=\"button primary\"");
    }

    @Test
    void everyLanguageThatWeSpeakIsSpokenOnThePublicPages() {
        var assets = BrandAssets.of(DemoBrands.nimbus());
        assertThat(landing.render(assets, Locale.forLanguageTag("de-AT"), PLANS, ADDRESS))
                .contains("<html lang=\"de\"", "Anmelden", "Start wählen", "Empfohlen")
                .doesNotContain("Log in", "Choose", "Recommended");
        assertThat(landing.render(assets, Locale.CANADA_FRENCH, PLANS, ADDRESS))
                .contains("<html lang=\"fr\"", "Se connecter", "Choisir Start");
        assertThat(landing.render(assets, Locale.forLanguageTag("es-MX"), PLANS, ADDRESS))
                .contains("<html lang=\"es\"", "Iniciar sesión", "Elegir Start");
        assertThat(landing.render(assets, Locale.ITALY, PLANS, ADDRESS)).contains("<html lang=\"en\"", "Log in");
        assertThat(new NotFoundPage().render(Locale.GERMANY))
                .contains("lang=\"de\"", "Unter dieser Adresse ist nichts");
        var failure = new ErrorPage.Failure(Locale.FRANCE, 404, "Rien", "Rien à faire", "req-42");
        assertThat(error.render(assets, failure)).contains("lang=\"fr\"", "Aller à l’accueil", "Référence");
    }

    @Test
    void thePublicPagesHaveTheSameWordsInEachLanguage() {
        var english = Words.of(Locale.ENGLISH).all();
        for (var language : Languages.ALL) {
            var words = Words.of(language).all();
            assertThat(words.keySet()).as("%s", language).isEqualTo(english.keySet());
            assertThat(words.values()).as("%s", language).noneMatch(said -> said.contains("'") || said.contains("!"));
            assertThat(words.keySet().stream().filter(key -> words.get(key).contains("{0}")))
                    .as("%s", language)
                    .containsExactlyInAnyOrder("landing-choose", "landing-draft");
        }
    }

    @Test
    void aBrandWithOneModeSaysSoOnTheRoot() {
        var brand = DemoBrands.acme();
        var look = brand.look();
        var dark = new Look(look.accent(), look.background(), look.font(), look.corners(), ColorMode.DARK);
        assertThat(landing.render(BrandAssets.of(brand.withLook(dark)), Locale.ENGLISH, List.of(), ADDRESS))
                .contains("data-mode=\"dark\"");
        assertThat(landing.render(BrandAssets.of(brand), Locale.ENGLISH, List.of(), ADDRESS))
                .doesNotContain("data-mode");
    }

    @Test
    void thePlatformIsNamedOnlyWhereTheBrandAllowsIt() {
        var acme = DemoBrands.acme();
        var open = acme.withContact(new Contact("Acme", null, null, null, true));
        assertThat(landing.render(BrandAssets.of(open), Locale.ENGLISH, List.of(), ADDRESS))
                .contains("Powered by CHOM");
    }

    @Test
    void theDocumentationShowsEveryCallWithItsFieldsAndAnExample() {
        var html = docs.render(BrandAssets.of(DemoBrands.acme()), openApi(), "https://api.acme.example", HOME);
        assertThat(html)
                .contains(
                        "Send usage events",
                        "/api/v1/usage/events",
                        "list of UsageEvent",
                        "href=\"#schema-UsageEvent\"")
                .contains("Idempotency-Key", "required", "Authorization: Bearer $API_KEY")
                .contains("<a class=\"logo\" href=\"https://acme.example/\">")
                .contains("curl -X POST https://api.acme.example/api/v1/usage/events")
                .contains("&quot;meter&quot;: &quot;storage_gb&quot;", "string (date-time)", "sites | storage_gb");
    }

    @Test
    void aShapeThatContainsItselfAndAnEmptyDocumentAreNoTrouble() {
        var loop = Map.of("$ref", "#/components/schemas/Loop");
        var schema = Map.of("properties", Map.of("self", loop));
        var call = Map.of("requestBody", Map.of("content", Map.of("application/json", Map.of("schema", loop))));
        var document = Map.of(
                "paths", Map.of("/loop", Map.of("post", call)),
                "components", Map.of("schemas", Map.of("Loop", schema)));
        assertThat(docs.render(BrandAssets.of(DemoBrands.acme()), document, "https://x", HOME))
                .contains("/loop");
        assertThat(docs.render(BrandAssets.of(DemoBrands.acme()), Map.of(), "https://x", HOME))
                .contains("<h1>API</h1>");
    }

    private List<String> allPages(Brand brand) {
        return List.of(
                landing.render(BrandAssets.of(brand), Locale.ENGLISH, PLANS, ADDRESS),
                error.render(
                        BrandAssets.of(brand), new ErrorPage.Failure(Locale.ENGLISH, 404, HOSTILE, HOSTILE, HOSTILE)),
                docs.render(
                        BrandAssets.of(brand),
                        Map.of("info", Map.of("title", HOSTILE, "description", HOSTILE)),
                        "https://x",
                        HOME),
                docs.render(BrandAssets.of(brand), openApi(), "https://x", HOME));
    }

    private static Brand hostile() {
        return Brand.defaults(HOSTILE)
                .withPromise(HOSTILE)
                .withContact(new Contact(HOSTILE, null, null, HOSTILE, false));
    }

    private static void assertPolicyHolds(String html) {
        assertThat(html).doesNotContain("<script", "<style", "javascript:");
        assertThat(Pattern.compile("<[a-zA-Z][^>]*\\s(style|on[a-z]+)\\s*=")
                        .matcher(html)
                        .find())
                .isFalse();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> openApi() {
        try (var json = PagesTest.class.getResourceAsStream("usage-openapi.json")) {
            return new JsonMapper().readValue(json, Map.class);
        } catch (java.io.IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }
}
