package io.chom.portal.site;

import io.chom.portal.formats.Language;
import io.chom.portal.session.MaintenanceFilter;
import io.chom.portal.session.RequestLogFilter;
import io.chom.portal.session.ServedBrand;
import io.chom.theming.pages.ErrorPage;
import io.chom.theming.pages.ErrorPage.Failure;
import io.chom.theming.pages.NotFoundPage;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Whatever goes wrong outside of the application is a page in the brand that says what to do. */
@Controller
class BrandedErrorController implements ErrorController {

    private static final MediaType HTML = MediaType.parseMediaType("text/html;charset=utf-8");

    private final ErrorPage page = new ErrorPage();
    private final NotFoundPage nobody = new NotFoundPage();

    @RequestMapping("/error")
    ResponseEntity<String> error(HttpServletRequest request) {
        int status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code ? code : 404;
        var language = Language.of(request);
        String html = ServedBrand.find(request)
                .map(brand -> page.render(brand.look().assets(), failure(request, status, language)))
                .orElseGet(() -> nobody.render(language.words()));
        return ResponseEntity.status(status)
                .cacheControl(CacheControl.noStore())
                .contentType(HTML)
                .body(html);
    }

    private static Failure failure(HttpServletRequest request, int status, Language language) {
        String said = "site." + (status == 503 && isLogIn(request) ? "no-log-in" : said(status));
        return MaintenanceFilter.left(request)
                .map(left -> closed(left, language))
                .orElseGet(() -> new Failure(
                        language.words(),
                        status,
                        language.say(said),
                        language.say(said + ".advice"),
                        RequestLogFilter.idOf(request)));
    }

    /** Nothing has failed, so there is nothing to tell support. */
    private static Failure closed(Duration left, Language language) {
        long minutes = Math.max(1, left.plusSeconds(59).toMinutes());
        return new Failure(
                language.words(),
                null,
                language.say("site.closed"),
                language.count("site.closed.advice", minutes),
                null);
    }

    private static boolean isLogIn(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String path
                && (path.equals("/log-in") || path.startsWith("/login/"));
    }

    /** The part of the sentences' keys that belongs to a status. */
    private static String said(int status) {
        return switch (status) {
            case 401 -> "logged-out";
            case 403 -> "uninvited";
            case 404 -> "missing";
            default -> status < 500 ? "refused" : "failed";
        };
    }
}
