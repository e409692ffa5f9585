package io.chom.portal.site;

import io.chom.portal.session.ServedBrand;
import io.chom.tenants.tenancy.PublicPlaces;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;

/** Search engines may read the first page, and nothing behind the log-in. */
@Controller
class RobotsController {

    private final PublicPlaces places;

    RobotsController(PublicPlaces places) {
        this.places = places;
    }

    @GetMapping(path = "/robots.txt", produces = MediaType.TEXT_PLAIN_VALUE)
    @ResponseBody
    String robots(HttpServletRequest request) {
        return "User-agent: *\nDisallow: /app\nDisallow: /log-in\n\nSitemap: %s\n"
                .formatted(places.portal().on(ServedBrand.of(request).host(), SitemapController.PATH));
    }
}
