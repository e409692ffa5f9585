package io.chom.portal.parts;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JavaScript;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Says how long it is until a moment; the browser counts down. */
@Tag("time-until")
@JavaScript("context://ui/components/time-until.js")
public final class TimeUntil extends Component {

    /**
     * Without a moment.
     *
     * @param words with the place {0} for the time that is left
     * @param due said from the moment on
     */
    public TimeUntil(String words, String due) {
        getElement().setAttribute("words", words);
        getElement().setAttribute("due", due);
    }

    /** Counts down to this moment; to none, it says nothing. */
    public void show(@Nullable Instant moment) {
        getElement().setAttribute("at", moment == null ? "" : moment.toString());
    }
}
