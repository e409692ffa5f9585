package io.chom.portal.site;

import io.chom.portal.session.ServedBrand;
import io.chom.theming.BrandAssets.Asset;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Style sheet, logos and favicon of the host's brand, under addresses that name their content. */
@Controller
class BrandFilesController {

    @GetMapping("/brand/{file}")
    ResponseEntity<byte[]> file(HttpServletRequest request) {
        return ServedBrand.of(request)
                .look()
                .assets()
                .at(request.getRequestURI())
                .map(asset -> answer(
                        asset,
                        CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable()))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    /** Browsers ask for it by this name whatever the page says. */
    @GetMapping("/favicon.ico")
    ResponseEntity<byte[]> favicon(HttpServletRequest request) {
        return answer(
                ServedBrand.of(request).look().assets().favicon(),
                CacheControl.maxAge(Duration.ofHours(1)).cachePublic());
    }

    private static ResponseEntity<byte[]> answer(Asset asset, CacheControl cache) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(asset.contentType()))
                .cacheControl(cache)
                .header("Cross-Origin-Resource-Policy", "cross-origin")
                .header("Access-Control-Allow-Origin", "*")
                .body(asset.bytes());
    }
}
