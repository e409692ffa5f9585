package io.chom.portal.site;

import io.chom.portal.formats.CurrencyChoice;
import io.chom.portal.formats.Formats;
import io.chom.portal.formats.Language;
import io.chom.portal.session.ServedBrand;
import io.chom.tenants.tenancy.PublicPlaces;
import io.chom.theming.pages.CurrencyOffer;
import io.chom.theming.pages.LandingPage;
import io.chom.theming.pages.Translation;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * The first page of a brand's domain. Rendered once per brand version, language and currency, and kept. A visitor who chooses
 * a currency is remembered by that in a cookie, and nobody else by anything.
 */
@Controller
class LandingController {

    private static final int KEPT = 1_000;

    private final LandingPage page = new LandingPage();
    private final PublishedPlans plans;
    private final PublicPlaces places;
    private final Map<Rendered, byte[]> rendered = new ConcurrentHashMap<>();

    LandingController(PublishedPlans plans, PublicPlaces places) {
        this.plans = plans;
        this.places = places;
    }

    /** What a rendered page depends on. */
    private record Rendered(
            String address, int version, Locale language, Optional<Locale> said, Optional<Currency> currency) {}

    @GetMapping(path = "/", produces = "text/html;charset=UTF-8")
    ResponseEntity<byte[]> landing(HttpServletRequest request) {
        ServedBrand served = ServedBrand.of(request);
        Optional<Locale> said = Translation.said(request.getParameter(Translation.PARAMETER));
        Locale language = said.orElseGet(() -> Language.of(request).words());
        URI address = places.portal().on(served.host(), "/");
        List<Currency> currencies = plans.currencies();
        if (rendered.size() > KEPT) {
            rendered.clear();
        }
        byte[] html = rendered.computeIfAbsent(
                new Rendered(
                        address.toString(), served.look().version(), language, said, currency(request, currencies)),
                key -> render(served, key, address));
        var answer = ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(Duration.ofMinutes(1)).cachePrivate())
                .varyBy(HttpHeaders.ACCEPT_LANGUAGE, HttpHeaders.COOKIE);
        CurrencyChoice.said(request.getParameter(CurrencyChoice.NAME), currencies)
                .ifPresent(one -> answer.header(HttpHeaders.SET_COOKIE, remembered(one)));
        return answer.body(html);
    }

    /** What the address says, else what the visitor chose before, else that of where the browser says it is; empty without plans. */
    private static Optional<Currency> currency(HttpServletRequest request, List<Currency> sold) {
        return CurrencyChoice.said(request.getParameter(CurrencyChoice.NAME), sold)
                .or(() -> CurrencyChoice.remembered(request.getCookies(), sold))
                .or(() -> request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) == null || sold.isEmpty()
                        ? sold.stream().findFirst()
                        : Optional.of(CurrencyChoice.near(request.getLocale(), sold)));
    }

    private String remembered(Currency currency) {
        return ResponseCookie.from(CurrencyChoice.NAME, currency.getCurrencyCode())
                .path("/")
                .maxAge(CurrencyChoice.REMEMBERED)
                .sameSite("Lax")
                .secure(places.portal().isSecure())
                .build()
                .toString();
    }

    private List<CurrencyOffer> offered(Rendered wanted) {
        return plans.currencies().stream()
                .map(one -> new CurrencyOffer(
                        one.getCurrencyCode(),
                        one.getDisplayName(wanted.language()),
                        wanted.currency().filter(one::equals).isPresent()))
                .toList();
    }

    /** In the formats of the language itself, as a page for each country would be kept in vain. */
    private byte[] render(ServedBrand served, Rendered wanted, URI address) {
        Locale language = wanted.language();
        var words = new Language(
                new Formats(language, ZoneOffset.UTC), served.look().brand());
        return page.render(
                        served.look().assets(),
                        language,
                        wanted.currency()
                                .map(one -> plans.of(served.owner(), words, one))
                                .orElse(List.of()),
                        address,
                        wanted.said().orElse(null),
                        offered(wanted))
                .getBytes(StandardCharsets.UTF_8);
    }
}
