package io.chom.portal.site;

import io.chom.portal.formats.Formats;
import io.chom.portal.formats.Language;
import io.chom.portal.session.ServedBrand;
import io.chom.tenants.tenancy.PublicPlaces;
import io.chom.theming.pages.LandingPage;
import io.chom.theming.pages.Translation;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The first page of a brand's domain. Rendered once per brand version and language, and kept. */
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
    private record Rendered(String address, int version, Locale language, Optional<Locale> said) {}

    @GetMapping(path = "/", produces = "text/html;charset=UTF-8")
    ResponseEntity<byte[]> landing(HttpServletRequest request) {
        ServedBrand served = ServedBrand.of(request);
        Optional<Locale> said = Translation.said(request.getParameter(Translation.PARAMETER));
        Locale language = said.orElseGet(() -> Language.of(request).words());
        URI address = places.portal().on(served.host(), "/");
        if (rendered.size() > KEPT) {
            rendered.clear();
        }
        byte[] html = rendered.computeIfAbsent(
                new Rendered(address.toString(), served.look().version(), language, said),
                key -> render(served, key, address));
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(Duration.ofMinutes(1)).cachePrivate())
                .varyBy(HttpHeaders.ACCEPT_LANGUAGE)
                .body(html);
    }

    /** In the formats of the language itself, as a page for each country would be kept in vain. */
    private byte[] render(ServedBrand served, Rendered wanted, URI address) {
        Locale language = wanted.language();
        var words = new Language(
                new Formats(language, ZoneOffset.UTC), served.look().brand());
        return page.render(
                        served.look().assets(),
                        language,
                        plans.of(served.owner(), words),
                        address,
                        wanted.said().orElse(null))
                .getBytes(StandardCharsets.UTF_8);
    }
}
