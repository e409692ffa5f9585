package io.chom.portal.site;

import io.chom.portal.formats.Formats;
import io.chom.portal.formats.Language;
import io.chom.portal.session.PreviewAddress;
import io.chom.portal.session.ServedBrand;
import io.chom.tenants.tenancy.BrandPreviews;
import io.chom.tenants.tenancy.DraftPreview;
import io.chom.tenants.tenancy.PreviewKey;
import io.chom.theming.BrandAssets;
import io.chom.theming.BrandAssets.Asset;
import io.chom.theming.pages.LandingPage;
import io.chom.theming.pages.NotFoundPage;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import reactor.core.publisher.Mono;

/**
 * The first page of a brand in the look of its draft, for those who have a link. Only the brand's own hosts show it; nobody
 * keeps it, and no search engine is to find it. Whatever is not shown is answered by the page that names nobody.
 */
@Controller
class PreviewController {

    private static final String HTML = "text/html;charset=UTF-8";

    private final LandingPage page = new LandingPage();
    private final NotFoundPage nobody = new NotFoundPage();
    private final BrandPreviews previews;
    private final PublishedPlans plans;

    PreviewController(BrandPreviews previews, PublishedPlans plans) {
        this.previews = previews;
        this.plans = plans;
    }

    @GetMapping(PreviewAddress.PLACE + "{key}")
    Mono<ResponseEntity<byte[]>> page(@PathVariable String key, HttpServletRequest request) {
        var owner = ServedBrand.of(request).owner();
        var language = Language.of(request);
        return opened(key, request)
                .map(shown -> page.preview(
                        assets(shown, key),
                        language.words(),
                        plans.of(owner, new Language(language.formats(), shown.brand())),
                        moment(shown.until(), language)))
                .map(html -> answer(HttpStatus.OK, HTML, html.getBytes(StandardCharsets.UTF_8)))
                .defaultIfEmpty(notFound(language));
    }

    @GetMapping(PreviewAddress.PLACE + "{key}/{file}")
    Mono<ResponseEntity<byte[]>> file(@PathVariable String key, HttpServletRequest request) {
        String path = request.getRequestURI();
        return opened(key, request)
                .mapNotNull(shown -> assets(shown, key).at(path).orElse(null))
                .map(PreviewController::file)
                .defaultIfEmpty(notFound(Language.of(request)));
    }

    private Mono<DraftPreview> opened(String key, HttpServletRequest request) {
        var owner = ServedBrand.of(request).owner().reseller();
        return Mono.justOrEmpty(PreviewKey.of(key)).flatMap(valid -> previews.open(owner, valid));
    }

    private static BrandAssets assets(DraftPreview shown, String key) {
        return BrandAssets.of(shown.brand(), PreviewAddress.of(key) + "/");
    }

    /** In the zone of nobody in particular: a link is read in many. */
    private static String moment(Instant until, Language language) {
        return new Language(new Formats(language.formats().locale(), ZoneOffset.UTC)).moment(until) + " UTC";
    }

    private static ResponseEntity<byte[]> file(Asset asset) {
        return answer(HttpStatus.OK, asset.contentType(), asset.bytes());
    }

    private ResponseEntity<byte[]> notFound(Language language) {
        return answer(
                HttpStatus.NOT_FOUND, HTML, nobody.render(language.words()).getBytes(StandardCharsets.UTF_8));
    }

    private static ResponseEntity<byte[]> answer(HttpStatus status, String type, byte[] body) {
        return ResponseEntity.status(status)
                .contentType(MediaType.parseMediaType(type))
                .cacheControl(CacheControl.noStore())
                .header("X-Robots-Tag", "noindex, nofollow")
                .header("Referrer-Policy", "no-referrer")
                .body(body);
    }
}
