package io.chom.portal.session;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.communication.PushConnection;
import io.chom.portal.formats.Language;
import io.chom.theming.BrandAssets;
import io.chom.theming.icons.AppIcons;
import io.chom.theming.icons.IconUse;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The pages that are open in a session. */
final class OpenPages {

    /** The new style sheet is there before the old one goes, so that nothing is ever undressed. */
    private static final String DRESS = """
            const worn = [...document.querySelectorAll('link[rel="stylesheet"][href^="/brand/"]')];
            if (worn.length && !worn.some(link => link.getAttribute('href') === $0)) {
                const fresh = document.createElement('link');
                fresh.rel = 'stylesheet';
                fresh.href = $0;
                fresh.addEventListener('load', () => worn.forEach(link => link.remove()));
                worn.at(-1).after(fresh);
            }
            document.querySelectorAll('.brand-logo.on-light').forEach(logo => { logo.src = $1; });
            document.querySelectorAll('.brand-logo.on-dark').forEach(logo => { logo.src = $2; });
            document.querySelectorAll('link[rel="icon"]').forEach(icon => { icon.href = $3; });
            document.querySelectorAll('link[rel="apple-touch-icon"]').forEach(icon => { icon.href = $4; });
            """;

    private static final Logger LOG = LoggerFactory.getLogger(OpenPages.class);

    /** How long a page that is being worked on may keep its session from ending. */
    private static final long PATIENCE_MILLIS = 1_000;

    private OpenPages() {}

    /**
     * Has each page load itself again, which leads it to the log-in and then back to where it was. Told through the push
     * connection; a page without one learns it from its next request.
     */
    static void leave(HttpSession http) {
        try {
            List<Future<Void>> told = VaadinSession.getAllSessions(http).stream()
                    .map(application ->
                            application.access(() -> application.getUIs().forEach(OpenPages::loadAgain)))
                    .toList();
            told.forEach(OpenPages::await);
        } catch (IllegalStateException gone) {
            LOG.debug("The session is gone already", gone);
        }
    }

    /**
     * Has every page wear the brand without loading anything else anew, its next view in the brand's words; one that is being
     * worked on does so after that.
     */
    static void dress(HttpSession http, BrandAssets brand) {
        try {
            for (VaadinSession application : VaadinSession.getAllSessions(http)) {
                var unused = application.access(() -> application.getUIs().forEach(page -> dress(page, brand)));
            }
        } catch (IllegalStateException gone) {
            LOG.debug("The session is gone already", gone);
        }
    }

    private static void dress(UI page, BrandAssets brand) {
        Language.speakAs(brand.brand(), page);
        page.getPage()
                .executeJs(
                        DRESS,
                        brand.stylesheet().path(),
                        brand.logoOnLight().path(),
                        brand.logoOnDark().path(),
                        brand.favicon().path(),
                        AppIcons.of(brand).of(IconUse.TOUCH).path());
    }

    /** Lets the session go. */
    static void close(HttpSession http) {
        try {
            http.invalidate();
        } catch (IllegalStateException gone) {
            LOG.debug("The session is gone already", gone);
        }
    }

    private static void loadAgain(UI ui) {
        try {
            ui.getPage().reload();
            ui.push();
            hangUp(ui.getInternals().getPushConnection());
        } catch (IllegalStateException unreachable) {
            LOG.debug("A page is not told that its session ends", unreachable);
        }
    }

    /** Waits for the last word to be written: a connection that is cut in the moment after may lose it. */
    private static void hangUp(@Nullable PushConnection connection) {
        if (connection != null && connection.isConnected()) {
            connection.disconnect();
        }
    }

    private static void await(Future<Void> told) {
        try {
            told.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            LOG.warn("A page is not told that its session ends", e);
        }
    }
}
