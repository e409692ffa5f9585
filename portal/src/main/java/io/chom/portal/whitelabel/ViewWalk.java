package io.chom.portal.whitelabel;

import com.vaadin.flow.router.Route;
import io.chom.portal.client.AppPage;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;

/** Every view of the application, as it comes to the browser: at once, by what is pushed after it, and in files it offers. */
final class ViewWalk {

    private static final Duration SILENCE = Duration.ofMillis(1500);
    private static final int MOST_PUSHES = 20;

    private final Findings findings;
    private final DocumentWalk documents;

    ViewWalk(Findings findings) {
        this.findings = findings;
        this.documents = new DocumentWalk(findings);
    }

    /**
     * Opens one view after the other with the session of these cookies.
     *
     * @param except routes whose documents are left out; the view itself is not
     */
    void walk(URI portal, String cookies, Set<String> except) throws IOException {
        try (var page = AppPage.open(portal, "/app/", cookies).connected(SILENCE)) {
            for (String route : routes()) {
                String place = portal + "/app/" + route + " (view)";
                var links = new TreeSet<String>();
                look(place, page.navigate(route), links);
                pushed(page, place, links);
                String document = portal + "/app/" + route + " (document)";
                if (except.contains(route)) {
                    findings.leftOut(document);
                } else {
                    links.forEach(link -> documents.walk(document, portal.resolve("/app/" + link), cookies));
                }
            }
        }
    }

    private void look(String place, String answer, Set<String> links) {
        findings.look(place, "body", answer);
        links.addAll(DocumentWalk.links(answer));
    }

    private void pushed(AppPage page, String place, Set<String> links) throws IOException {
        try {
            for (int push = 0; push < MOST_PUSHES; push++) {
                look(place, page.awaitPush(), links);
            }
        } catch (SocketTimeoutException silence) {
            // The view has said what it has to say.
        }
    }

    /** The addresses of all views that this program has, whoever may open them: a refusal is looked at as well. */
    static List<String> routes() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(Route.class));
        return scanner.findCandidateComponents("io.chom.portal").stream()
                .map(view -> Objects.requireNonNull(view.getBeanClassName()))
                .map(ViewWalk::route)
                .filter(route -> !route.contains(":"))
                .sorted()
                .toList();
    }

    private static String route(String view) {
        try {
            return Class.forName(view).getAnnotation(Route.class).value();
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
