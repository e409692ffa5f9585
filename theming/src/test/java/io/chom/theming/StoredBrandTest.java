package io.chom.theming;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Brands outlive the program that stored them: whatever was once written is read, and what it did not know has a default. */
class StoredBrandTest {

    /** As it was written before a brand had anything but these. */
    private static final String FIRST = """
            {"name": "Acme Hosting", "promise": "Good homes for good websites.",
             "look": {"accent": {"red": 194, "green": 80, "blue": 30}, "background": {"red": 250, "green": 243, "blue": 234},
                      "font": "BRICOLAGE_GROTESQUE", "corners": "ROUND", "mode": "AUTO"},
             "artwork": {"onLight": {"format": "SVG", "content": "%1$s"}, "onDark": {"format": "SVG", "content": "%1$s"},
                         "favicon": {"format": "SVG", "content": "%1$s"}},
             "contact": {"senderName": "Acme Hosting", "supportEmail": "help@acme.example",
                         "helpUrl": "https://help.acme.example/", "legalFooter": null, "poweredBy": false}}
            """.formatted("<svg xmlns='http://www.w3.org/2000/svg'/>");

    private static final JsonMapper JSON = JsonMapper.shared();

    @Test
    void theFirstDocumentsAreRead() {
        var brand = JSON.readValue(FIRST, Brand.class);
        assertThat(brand.name()).isEqualTo("Acme Hosting");
        assertThat(brand.look().accent()).isEqualTo(Color.of("#c2501e"));
        assertThat(brand.look().font()).isEqualTo(BrandFont.BRICOLAGE_GROTESQUE);
        assertThat(brand.look().corners()).isEqualTo(Corners.ROUND);
        assertThat(brand.contact().helpUrl()).isEqualTo(URI.create("https://help.acme.example/"));
        assertThat(brand.contact().legalFooter()).isNull();
        assertThat(brand.font()).isNull();
        assertThat(brand.artwork().social()).isNull();
        assertThat(brand.look().density()).isEqualTo(Density.COMFORTABLE);
        assertThat(brand.wording()).isEqualTo(Wording.USUAL);
        assertThat(brand.languages()).isEqualTo(BrandLanguages.ALL);
    }

    @Test
    void ownWordsAndLanguagesAreWrittenAndReadAgain() {
        var worded = JSON.readValue(FIRST, Brand.class)
                .withWording(Wording.USUAL.with(Term.SITE, new Wording.Word("Shop", "Shops")))
                .withLanguages(new BrandLanguages(Locale.GERMAN, List.of(Locale.of("es"), Locale.GERMAN)));
        var stored = JSON.writeValueAsString(worded);
        assertThat(stored).contains("\"SITE\":{\"one\":\"Shop\",\"several\":\"Shops\"}", "\"standard\":\"de\"");
        assertThat(JSON.readValue(stored, Brand.class)).isEqualTo(worded);
    }

    @Test
    void whatWasReadIsWrittenAndReadAgainAsTheSameBrand() {
        var brand = JSON.readValue(FIRST, Brand.class);
        assertThat(JSON.readValue(JSON.writeValueAsBytes(brand), Brand.class)).isEqualTo(brand);
        assertThat(BrandAssets.of(brand).all())
                .allSatisfy(asset -> assertThat(asset.bytes()).isNotEmpty());
    }
}
