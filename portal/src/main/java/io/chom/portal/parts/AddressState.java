package io.chom.portal.parts;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The choices of one screen, kept behind the question mark of its address: they survive a reload and can be sent to
 * somebody else. One for each screen, to be asked once that is on its way to the window.
 */
public final class AddressState {

    private final Map<String, String> choices = new TreeMap<>();
    private boolean isRead;

    /** What was chosen under this name; empty when nothing was. */
    public Optional<String> get(String name) {
        return Optional.ofNullable(choices().get(name));
    }

    /** Writes a choice into the address of the window; an empty one leaves it. Does not become a step of "back". */
    public void put(String name, String choice) {
        var before = choice.isBlank() ? choices().remove(name) : choices().put(name, choice);
        if (!choice.equals(before == null ? "" : before)) {
            var ui = UI.getCurrent();
            var address = new Location(ui.getActiveViewLocation().getPath(), QueryParameters.simple(choices));
            ui.getPage().getHistory().replaceState(null, address);
        }
    }

    private Map<String, String> choices() {
        if (!isRead) {
            isRead = true;
            var query = UI.getCurrent().getActiveViewLocation().getQueryParameters();
            query.getParameters().forEach((name, values) -> choices.put(name, values.getFirst()));
        }
        return choices;
    }
}
