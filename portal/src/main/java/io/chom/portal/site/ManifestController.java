package io.chom.portal.site;

import io.chom.portal.formats.Language;
import io.chom.portal.session.ServedBrand;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import tools.jackson.databind.json.JsonMapper;

/** How a brand's portal is installed. Vaadin has one manifest for all hosts, so this is not its. */
@Controller
class ManifestController {

    private static final MediaType TYPE = MediaType.parseMediaType("application/manifest+json");

    @GetMapping("/manifest.webmanifest")
    ResponseEntity<byte[]> manifest(HttpServletRequest request) {
        var manifest = Manifest.of(
                ServedBrand.of(request).look().assets(), Language.of(request).words());
        return ResponseEntity.ok()
                .contentType(TYPE)
                .cacheControl(CacheControl.maxAge(Duration.ofMinutes(1)).cachePrivate())
                .varyBy(HttpHeaders.ACCEPT_LANGUAGE)
                .body(JsonMapper.shared().writeValueAsBytes(manifest));
    }
}
