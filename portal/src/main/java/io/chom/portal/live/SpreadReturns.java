package io.chom.portal.live;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.stereotype.Component;

/**
 * Has each page wait for a time of its own before it opens a lost socket again. All pages of a process lose theirs in the
 * same moment when it goes, and would come back in the same moment too: to the other processes, and to the identity
 * provider, which logs all of them in again. Whoever uses a page meanwhile does not wait; its next request comes at once.
 */
@Component
class SpreadReturns implements VaadinServiceInitListener {

    private static final int SOONEST_MILLIS = 1_000;
    private static final int LATEST_MILLIS = 11_000;

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().addUIInitListener(init -> spread(init.getUI()));
    }

    private static void spread(UI page) {
        int pause = ThreadLocalRandom.current().nextInt(SOONEST_MILLIS, LATEST_MILLIS);
        page.getPushConfiguration().setParameter("reconnectInterval", String.valueOf(pause));
    }
}
