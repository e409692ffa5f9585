package io.chom.portal.parts;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.dom.Element;
import io.chom.portal.formats.Language;
import io.chom.tenants.billing.dunning.Course;
import java.time.Instant;
import java.time.LocalDate;

/** What was done about an unpaid invoice and what comes, one after the other. */
@Tag("ol")
public final class CourseLine extends Component implements HasStyle {

    private final transient Language language;

    public CourseLine(Language language) {
        this.language = language;
        addClassName("course");
        getElement().setAttribute("aria-label", language.say("dunning.course"));
    }

    /** Shows how it stands by now. */
    public void show(Course course) {
        getElement().removeAllChildren();
        course.taken().forEach(one -> step("done", one.rung().kind().word(), one.at(), course));
        course.coming().forEach(one -> step("comes", one.rung().kind().word(), one.at(), course));
    }

    private void step(String when, String kind, Instant at, Course course) {
        var day = language.formats().date(LocalDate.ofInstant(at, course.zone()));
        var words = new Element("span").setText(language.say("dunning." + when + "." + kind));
        var date = new Element("span").setText(day);
        date.getClassList().add("muted");
        var step = new Element("li").appendChild(words, date);
        step.getClassList().add(when);
        step.getClassList().add(kind);
        getElement().appendChild(step);
    }
}
