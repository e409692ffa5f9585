package io.chom.portal.session;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import io.chom.portal.shell.ColorMode;
import org.springframework.stereotype.Component;

/** Puts the person's choice of light or dark on the page before it is sent, so that it never flashes in the other. */
@Component
class FirstPaint implements VaadinServiceInitListener {

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.addIndexHtmlRequestListener(FirstPaint::mark);
    }

    private static void mark(IndexHtmlResponse page) {
        ColorMode.chosen(page.getVaadinRequest())
                .ifPresent(mode -> page.getDocument().selectFirst("html").attr("data-mode", mode.attribute()));
    }
}
