package io.chom.portal.live;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import reactor.core.scheduler.Schedulers;

/** In tests a screen is drawn by whoever brings the answer, so that what stands there can be looked at right away. */
public final class DrawnAtOnce implements VaadinServiceInitListener {

    private static final int ENOUGH = 4;

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().getContext().setAttribute(Turns.class, new Turns(ENOUGH, Schedulers.immediate()));
    }
}
