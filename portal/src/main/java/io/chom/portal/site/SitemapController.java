package io.chom.portal.site;

import io.chom.portal.session.ServedBrand;
import io.chom.tenants.tenancy.HostName;
import io.chom.tenants.tenancy.PublicPlaces;
import io.chom.theming.pages.Template;
import io.chom.theming.pages.Translation;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;

/**
 * The public pages of a brand's host, in each language (<a href="https://www.sitemaps.org/protocol.html">Sitemap
 * protocol</a>). It may name only what is at the same origin, so the API's pages are there only if the API is.
 */
@Controller
class SitemapController {

    static final String PATH = "/sitemap.xml";

    private static final String DOCS = "/api/v1/docs";

    private final Template sitemap = Template.beside(SitemapController.class, "sitemap");
    private final PublicPlaces places;

    SitemapController(PublicPlaces places) {
        this.places = places;
    }

    /** What the template is filled from. */
    private record Model(List<Place> places) {}

    /** A page, and where it is in other languages. */
    private record Place(URI address, List<Translation> translations) {}

    @GetMapping(path = PATH, produces = "application/xml;charset=UTF-8")
    @ResponseBody
    String sitemap(HttpServletRequest request) {
        return sitemap.render(new Model(places(ServedBrand.of(request).host())));
    }

    private List<Place> places(HostName host) {
        List<Translation> landing = Translation.of(places.portal().on(host, "/"));
        List<Place> all = new ArrayList<>(
                landing.stream().map(page -> new Place(page.address(), landing)).toList());
        if (places.api().on(host).equals(places.portal().on(host))) {
            all.add(new Place(places.api().on(host, DOCS), List.of()));
        }
        return all;
    }
}
