package io.chom.portal.shell;

import com.vaadin.flow.component.Component;
import io.chom.portal.parts.Icon;
import java.util.List;

/** What a module offers in the side navigation. A bean of each module. */
public interface Destinations {

    /** The screens of this module that the person can open, in their order. */
    List<Destination> of(SignedIn signedIn);

    /** The screens of this module about the person and nothing else; they stand in the menu at the person's initials. */
    default List<Destination> personal() {
        return List.of();
    }

    /**
     * One entry.
     *
     * @param text key of its words
     * @param view where it leads
     */
    record Destination(String text, Icon icon, Class<? extends Component> view) {}
}
