package io.chom.portal.live;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;

/**
 * Has each page wait for a time of its own before it opens a lost socket again. All pages of a process lose theirs in the
 * same moment when it goes, and would come back in the same moment too: to the other processes, and to the database,
 * which tells whose they are. The more pages are open, the longer they may take; few are back within two
 * seconds. Whoever uses a page meanwhile does not wait; its next request comes at once.
 */
@Component
class SpreadReturns implements VaadinServiceInitListener {

    private static final int SOONEST_MILLIS = 1_000;
    private static final int LATEST_MILLIS = 12_000;

    /** Some fourteen pages a second. */
    private static final int EACH_MILLIS = 70;

    private final AtomicInteger open = new AtomicInteger();

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().addUIInitListener(init -> spread(init.getUI()));
    }

    private void spread(UI page) {
        int pause = pause(open.incrementAndGet(), ThreadLocalRandom.current().nextDouble());
        page.addDetachListener(left -> open.decrementAndGet());
        page.getPushConfiguration().setParameter("reconnectInterval", String.valueOf(pause));
    }

    /**
     * Milliseconds that the last of so many pages waits. Those that came first can only have short ones, so the later take
     * the longer part.
     *
     * @param chance from zero to one
     */
    static int pause(int pages, double chance) {
        return (int) Math.min(LATEST_MILLIS, SOONEST_MILLIS + Math.sqrt(chance) * EACH_MILLIS * pages);
    }
}
