package io.chom.portal.session;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import io.chom.tenants.tenancy.PublicPlaces;
import java.security.SecureRandom;
import java.util.Base64;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Gives the application's page a policy of its own: a nonce that is drawn for this one answer, and that every script
 * which we put on the page carries. Last of all listeners, so that none adds a script after it.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class ScriptNonce implements VaadinServiceInitListener {

    private static final int BYTES = 18;

    private final SecureRandom random = new SecureRandom();
    private final PublicPlaces places;

    ScriptNonce(PublicPlaces places) {
        this.places = places;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.addIndexHtmlRequestListener(this::protect);
    }

    private void protect(IndexHtmlResponse page) {
        String nonce = draw();
        prepare(page.getDocument(), nonce);
        var request = ((VaadinServletRequest) page.getVaadinRequest()).getHttpServletRequest();
        page.getVaadinResponse()
                .setHeader(
                        "Content-Security-Policy", ApplicationHeaders.policy(nonce, socket(ServedBrand.of(request))));
    }

    private static void prepare(Document page, String nonce) {
        page.head().prependChild(new Element("script").appendChild(new DataNode(ApplicationHeaders.OWN_SCRIPTS_ONLY)));
        page.select("script").attr("nonce", nonce);
    }

    /** Older browsers do not take {@code 'self'} for the page's own socket. */
    private String socket(ServedBrand brand) {
        return places.portal().on(brand.host()).toString().replaceFirst("^http", "ws");
    }

    private String draw() {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }
}
