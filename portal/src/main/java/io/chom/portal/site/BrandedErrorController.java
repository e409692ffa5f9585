package io.chom.portal.site;

import io.chom.portal.session.RequestLogFilter;
import io.chom.portal.session.ServedBrand;
import io.chom.theming.pages.ErrorPage;
import io.chom.theming.pages.ErrorPage.Failure;
import io.chom.theming.pages.NotFoundPage;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Whatever goes wrong outside of the application is a page in the brand that says what to do. */
@Controller
class BrandedErrorController implements ErrorController {

    private final ErrorPage page = new ErrorPage();
    private final String nobody = new NotFoundPage().render();

    @RequestMapping("/error")
    ResponseEntity<String> error(HttpServletRequest request) {
        int status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code ? code : 404;
        String html = ServedBrand.find(request)
                .map(brand -> page.render(brand.look().assets(), failure(request, status)))
                .orElse(nobody);
        return ResponseEntity.status(status)
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.TEXT_HTML)
                .body(html);
    }

    private static Failure failure(HttpServletRequest request, int status) {
        String reference = RequestLogFilter.idOf(request);
        return status == 503 && isLogIn(request) ? noLogIn(reference) : failure(status, reference);
    }

    private static boolean isLogIn(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String path
                && (path.equals("/log-in") || path.startsWith("/login/"));
    }

    private static Failure noLogIn(String reference) {
        return new Failure(
                503,
                "You cannot log in right now",
                "Our log-in does not answer. Nothing is wrong with your account, and whoever is logged in stays so."
                        + " Try again in a minute.",
                reference);
    }

    private static Failure failure(int status, String reference) {
        return switch (status) {
            case 401 ->
                new Failure(status, "You are not logged in here", "Log in on this address to go on.", reference);
            case 403 ->
                new Failure(
                        status,
                        "You have no access yet",
                        "Your log-in works, but nobody has invited you here. Ask the owner of your organisation.",
                        reference);
            case 404 ->
                new Failure(
                        status, "There is no such page", "Check the address, or start from the first page.", reference);
            default ->
                new Failure(
                        status,
                        status < 500 ? "That request cannot be answered" : "That did not work on our side",
                        status < 500
                                ? "Go back and try it another way."
                                : "Nothing of yours was lost. Try again in a minute, and tell us the reference if it stays.",
                        reference);
        };
    }
}
