package io.chom.portal.brand;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import io.chom.portal.brand.BrandPage.Preview;
import io.chom.portal.formats.Language;
import io.chom.portal.parts.CopyText;
import io.chom.portal.parts.Segments;
import io.chom.tenants.tenancy.PreviewKey;
import io.chom.tenants.tenancy.PreviewTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The link that shows the draft to colleagues: makes one, says when it ends, withdraws it. */
final class BrandSharing extends Composite<Div> {

    private final Language language;
    private final transient Function<PreviewKey, String> address;
    private final Segments times;
    private final Button make;
    private final Button withdraw;
    private final Div link = new Div();
    private final Span until = new Span();
    private transient @Nullable Preview shown;

    /**
     * Without a link.
     *
     * @param address where a key shows the draft
     * @param share makes a link for a time
     * @param end withdraws the link
     */
    BrandSharing(Language language, Function<PreviewKey, String> address, Consumer<PreviewTime> share, Runnable end) {
        this.language = language;
        this.address = address;
        times = new Segments(language.say("brand.share.time"), time -> {});
        times.offer(words(), Optional.of(PreviewTime.DAY.name()));
        make = new Button(
                language.say("brand.share.make"),
                event -> times.chosen().map(PreviewTime::valueOf).ifPresent(share));
        withdraw = new Button(language.say("brand.share.withdraw"), event -> end.run());
        make.setDisableOnClick(true);
        withdraw.setDisableOnClick(true);
        until.addClassNames("grow", "muted");
        until.getElement().setAttribute("role", "status");
        var choice = new Div(times, make, withdraw);
        choice.addClassName("filters");
        var purpose = new Paragraph(language.say("brand.share.purpose"));
        purpose.addClassName("muted");
        var parts = new Div(purpose, choice, link, until);
        parts.addClassName("stack");
        getContent().addClassName("card");
        getContent().add(new H2(language.say("brand.share")), parts);
    }

    private Map<String, String> words() {
        Map<String, String> words = new LinkedHashMap<>();
        Arrays.stream(PreviewTime.values())
                .map(Enum::name)
                .forEach(time -> words.put(time, language.say("brand.share." + time.toLowerCase(Locale.ROOT))));
        return words;
    }

    void show(Preview preview) {
        make.setEnabled(true);
        withdraw.setEnabled(true);
        if (!preview.equals(shown)) {
            shown = preview;
            withdraw.setVisible(preview.until().isPresent());
            until.setText(preview.until()
                    .map(end -> language.say(said(preview), language.moment(end)))
                    .orElseGet(() -> language.say("brand.share.none")));
            link.removeAll();
            preview.key().map(address).map(this::copy).ifPresent(link::add);
        }
    }

    private static String said(Preview preview) {
        return preview.key().isPresent() ? "brand.share.made" : "brand.share.until";
    }

    private CopyText copy(String there) {
        return new CopyText(
                there, language.say("copy.do", language.say("brand.share.link")), language.say("copy.done"));
    }
}
