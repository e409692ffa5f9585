package io.chom.portal.parts;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JavaScript;
import io.chom.portal.formats.Language;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A line over days, with its data as a table one click away. */
@Tag("time-chart")
@JavaScript("context://ui/components/time-chart.js")
public final class TimeChart extends Component implements HasStyle {

    /**
     * What is drawn.
     *
     * @param title of the chart
     * @param series name of the line
     * @param unit of the values
     * @param days values by day, oldest first; an empty one is a gap
     * @param allowance drawn as a marked line
     * @param empty said when there is no value at all
     */
    public record Line(
            String title,
            String series,
            String unit,
            Map<LocalDate, Optional<BigDecimal>> days,
            Optional<BigDecimal> allowance,
            String empty) {}

    private static final List<String> WORDS =
            List.of("table", "chart", "time", "allowance", "average", "span", "summary", "keys", "gap");

    private final transient Language language;

    /** A chart without a line, which speaks this language. */
    public TimeChart(Language language) {
        this.language = language;
    }

    /** Draws this line in place of the one before. */
    public void show(Line line) {
        getElement().setPropertyJson("data", json(line));
    }

    private ObjectNode json(Line line) {
        var data = JsonNodeFactory.instance.objectNode();
        data.put("title", line.title()).put("unit", line.unit()).put("empty", line.empty());
        line.allowance().ifPresent(allowance -> data.put("allowance", allowance));
        var points =
                data.putArray("series").addObject().put("name", line.series()).putArray("points");
        line.days()
                .forEach((day, value) -> points.addArray().add(day.toString()).add(value.orElse(null)));
        var words = data.putObject("words");
        WORDS.forEach(word -> words.put(word, language.say("chart." + word)));
        return data;
    }
}
