package io.chom.portal.parts;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JavaScript;
import io.chom.tenants.billing.MeterUsage;
import java.util.List;

/** A line each for some who use most of an allowance. The browser makes the lines of what they say. */
@Tag("meter-list")
@JavaScript("context://ui/components/usage-meter.js")
@JavaScript("context://ui/components/meter-list.js")
public final class MeterList extends Component {

    /**
     * One line.
     *
     * @param name who
     * @param note what stands small beside the name
     * @param figures what was used of what, in words
     * @param percent how much of it that is, written for people
     * @param level its band, as the style sheet names it
     * @param usage what the meter shows
     * @param spoken the figures as a sentence, for screen readers
     */
    public record Line(
            String name, String note, String figures, String percent, String level, MeterUsage usage, String spoken) {

        private Words words() {
            return new Words(
                    name,
                    note,
                    figures,
                    percent,
                    level,
                    usage.meter().name(),
                    usage.used().toPlainString(),
                    usage.allowance().included().toPlainString(),
                    usage.meter().unit(),
                    spoken);
        }
    }

    /** What the browser is told of a line, in its own names. */
    record Words(
            String name,
            String note,
            String figures,
            String percent,
            String level,
            String label,
            String value,
            String max,
            String unit,
            String spoken) {}

    /** Shows these in place of those before, in their order. */
    public void show(List<Line> lines) {
        getElement().setPropertyList("lines", lines.stream().map(Line::words).toList());
    }
}
