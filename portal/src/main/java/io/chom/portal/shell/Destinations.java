package io.chom.portal.shell;

import com.vaadin.flow.component.Component;
import io.chom.portal.parts.Icon;
import java.util.List;
import java.util.Locale;

/** What a module offers in the side navigation. A bean of each module. */
public interface Destinations {

    /** The screens of this module that the person can open, in their order. */
    List<Destination> of(SignedIn signedIn);

    /** The screens of this module about the person and nothing else; they stand in the menu at the person's initials. */
    default List<Destination> personal() {
        return List.of();
    }

    /** What a screen is for. The groups stand one below the other in this order. */
    enum Group {
        /** Where somebody begins; it has no heading. */
        START,
        /** What customers owe and ask for. */
        SELLING,
        /** What the organisation itself has bought. */
        BILLING,
        /** How the portal looks and where it is. */
        BRAND;

        /** Key of its heading. */
        String text() {
            return "shell.group." + name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * One entry.
     *
     * @param text key of its words
     * @param view where it leads
     */
    record Destination(Group group, String text, Icon icon, Class<? extends Component> view) {

        /** One where somebody begins. */
        public Destination(String text, Icon icon, Class<? extends Component> view) {
            this(Group.START, text, icon, view);
        }
    }
}
