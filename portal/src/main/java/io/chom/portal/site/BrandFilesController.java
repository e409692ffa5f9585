package io.chom.portal.site;

import io.chom.portal.session.ServedBrand;
import io.chom.theming.BrandAssets;
import io.chom.theming.BrandAssets.Asset;
import io.chom.theming.icons.AppIcon;
import io.chom.theming.icons.AppIcons;
import io.chom.theming.icons.IconUse;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Style sheet, logos, favicon and icons of the host's brand, under addresses that name their content. */
@Controller
class BrandFilesController {

    private static final CacheControl FOR_EVER =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();
    private static final CacheControl FOR_AN_HOUR =
            CacheControl.maxAge(Duration.ofHours(1)).cachePublic();

    private final DrawnIcons drawn;

    BrandFilesController(DrawnIcons drawn) {
        this.drawn = drawn;
    }

    @GetMapping("/brand/{file}")
    ResponseEntity<byte[]> file(HttpServletRequest request) {
        BrandAssets assets = assets(request);
        String path = request.getRequestURI();
        return assets.at(path)
                .map(asset -> answer(asset, FOR_EVER))
                .or(() -> AppIcons.of(assets).at(path).map(icon -> answer(icon, FOR_EVER)))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    /** Browsers ask for it by this name whatever the page says. */
    @GetMapping("/favicon.ico")
    ResponseEntity<byte[]> favicon(HttpServletRequest request) {
        return answer(assets(request).favicon(), FOR_AN_HOUR);
    }

    /** So do those that put a page on the home screen. */
    @GetMapping({"/apple-touch-icon.png", "/apple-touch-icon-precomposed.png"})
    ResponseEntity<byte[]> touch(HttpServletRequest request) {
        return answer(AppIcons.of(assets(request)).of(IconUse.TOUCH), FOR_AN_HOUR);
    }

    private static BrandAssets assets(HttpServletRequest request) {
        return ServedBrand.of(request).look().assets();
    }

    private static ResponseEntity<byte[]> answer(Asset asset, CacheControl cache) {
        return answer(asset.contentType(), asset.bytes(), cache);
    }

    private ResponseEntity<byte[]> answer(AppIcon icon, CacheControl cache) {
        return answer(AppIcon.CONTENT_TYPE, drawn.of(icon), cache);
    }

    private static ResponseEntity<byte[]> answer(String type, byte[] body, CacheControl cache) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(type))
                .cacheControl(cache)
                .header("Cross-Origin-Resource-Policy", "cross-origin")
                .header("Access-Control-Allow-Origin", "*")
                .body(body);
    }
}
