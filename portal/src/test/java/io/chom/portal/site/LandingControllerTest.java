package io.chom.portal.site;

import static org.assertj.core.api.Assertions.assertThat;

import io.chom.portal.session.ServedBrand;
import io.chom.tenants.catalog.CatalogueOf;
import io.chom.tenants.platform.TenantId;
import io.chom.tenants.tenancy.BrandOwner;
import io.chom.tenants.tenancy.HostName;
import io.chom.tenants.tenancy.PublicPlaces;
import io.chom.tenants.tenancy.PublishedBrand;
import io.chom.theming.BrandAssets;
import io.chom.theming.BrandStylesheet;
import io.chom.theming.BrandTokens;
import io.chom.theming.DemoBrands;
import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.mock.web.MockHttpServletRequest;

/** In which currency visitors of a brand read its prices. */
class LandingControllerTest {

    private static final String ONE = """
            catalogue: hosting
            version: 1
            currency: USD
            storefront: true
            meters: {}
            plans:
              pro: { name: Pro, price: "79.00", allowances: {} }
            """;

    private static final String SEVERAL = ONE.replace("currency: USD", "currency: USD\ncurrencies: [EUR, JPY]")
            .replace("\"79.00\"", "{ USD: \"79.00\", EUR: \"73.50\", JPY: \"11800\" }");

    private final MockHttpServletRequest request = new MockHttpServletRequest();

    @Test
    void a_visitor_reads_them_in_the_money_of_where_the_browser_is() {
        assertThat(page(SEVERAL, "de")).contains("73,50", "<option value=\"EUR\" selected>EUR – Euro</option>");
        assertThat(page(SEVERAL, "en-US")).contains("$79.00", "<option value=\"USD\" selected>");
        assertThat(page(SEVERAL, "pl")).as("not sold in zloty").contains("79.00");
    }

    @Test
    void whoever_chooses_one_keeps_it_and_is_remembered_by_that_alone() {
        request.setParameter("currency", "JPY");
        var answer = answer(SEVERAL, "de");

        assertThat(text(answer)).contains("11.800");
        assertThat(answer.getHeaders().getFirst(HttpHeaders.SET_COOKIE))
                .startsWith("currency=JPY; Path=/; Max-Age=31536000")
                .contains("SameSite=Lax");
        assertThat(answer.getHeaders().getVary()).contains("Cookie", "Accept-Language");

        request.removeParameter("currency");
        request.setCookies(new Cookie("currency", "JPY"));
        answer = answer(SEVERAL, "de");
        assertThat(text(answer)).contains("11.800");
        assertThat(answer.getHeaders().getFirst(HttpHeaders.SET_COOKIE)).isNull();
    }

    @Test
    void what_is_no_currency_of_ours_is_passed_over() {
        request.setParameter("currency", "<script>");
        request.setCookies(new Cookie("currency", "KWD"));
        var answer = answer(SEVERAL, "de");

        assertThat(text(answer)).contains("73,50").doesNotContain("<script>");
        assertThat(answer.getHeaders().getFirst(HttpHeaders.SET_COOKIE)).isNull();
    }

    @Test
    void where_one_is_sold_in_nothing_is_chosen() {
        assertThat(page(ONE, "de")).contains("79,00").doesNotContain("<select", "Währung");
    }

    private String page(String catalogue, String language) {
        return text(answer(catalogue, language));
    }

    private ResponseEntity<byte[]> answer(String catalogue, String language) {
        var brand = DemoBrands.acme();
        var tokens = BrandTokens.of(brand.look());
        var reseller = TenantId.next();
        var host = HostName.of("acme.example");
        var look = new PublishedBrand(
                reseller, 1, brand, tokens, BrandStylesheet.of(brand, tokens), BrandAssets.of(brand));
        request.setAttribute(
                ServedBrand.class.getName(), new ServedBrand(host, new BrandOwner(reseller, "acme", host), look));
        request.removeHeader(HttpHeaders.ACCEPT_LANGUAGE);
        request.addHeader(HttpHeaders.ACCEPT_LANGUAGE, language);
        request.setPreferredLocales(List.of(Locale.forLanguageTag(language)));
        return new LandingController(
                        new PublishedPlans(CatalogueOf.text(catalogue)), new PublicPlaces(new MockEnvironment()))
                .landing(request);
    }

    private static String text(ResponseEntity<byte[]> answer) {
        return new String(Objects.requireNonNull(answer.getBody()), StandardCharsets.UTF_8);
    }
}
