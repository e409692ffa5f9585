package io.chom.portal.live;

import com.vaadin.flow.server.VaadinSession;

/** What a browser's connection does between two requests. */
public final class Screens {

    private Screens() {}

    /** Lets everything that waits for the screen's lock happen, as it does at the end of a request. */
    public static void settle() {
        var session = VaadinSession.getCurrent();
        session.unlock();
        session.lock();
    }
}
