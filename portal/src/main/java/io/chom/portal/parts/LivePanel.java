package io.chom.portal.parts;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import io.chom.portal.formats.Language;
import io.chom.portal.live.AsyncState;
import io.chom.portal.live.Live;
import io.chom.portal.live.Source;
import io.chom.tenants.platform.Acting;
import java.time.Clock;

/** A region that fills and refreshes itself while it is on the screen, and says how fresh it is. */
public final class LivePanel<T> extends Composite<Div> {

    private final Freshness freshness;
    private final StatePanel<T> panel;
    private final transient Live<T> live;

    /**
     * A region that asks once it is attached.
     *
     * @param acting who asks
     * @param skeleton has the shape of the content
     * @param content draws the answers
     */
    public LivePanel(
            Language language,
            Acting acting,
            Clock clock,
            Source<T> source,
            Component skeleton,
            StatePanel.Content<T> content) {
        freshness = new Freshness(language, this::reload);
        panel = new StatePanel<>(language, skeleton, content, this::reload);
        live = Live.on(this, acting, clock, source, this::show);
        getContent().add(panel);
    }

    /** Says as of when the region is; to be placed in the head of the page. */
    public Freshness freshness() {
        return freshness;
    }

    /** Asks again. */
    public void reload() {
        live.reload();
    }

    private void show(AsyncState<T> state) {
        panel.show(state);
        freshness.show(state);
    }
}
