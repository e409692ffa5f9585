package io.chom.portal.mailing;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import io.chom.portal.formats.Language;
import io.chom.portal.mailing.MailingPage.Tried;
import io.chom.tenants.platform.mail.Delivery;
import java.util.Locale;
import java.util.Optional;

/** What became of the test mail: where it stopped, what to do about that, and the server's own words. */
final class TestResult extends Composite<Div> {

    private final Language language;

    TestResult(Language language) {
        this.language = language;
        getContent().getElement().setAttribute("role", "status");
        getContent().addClassName("banner");
        getContent().setVisible(false);
    }

    void show(Optional<Tried> tried) {
        getContent().setVisible(tried.isPresent());
        getContent().removeAll();
        tried.ifPresent(this::draw);
    }

    private void draw(Tried tried) {
        var said = switch (tried.delivery()) {
            case Delivery.Delivered delivered -> {
                getContent().setClassName("danger", false);
                getContent().setClassName("success", true);
                getContent().add(new Paragraph(language.say("mailing.test.sent", tried.to())));
                yield delivered.sentence();
            }
            case Delivery.Stopped stopped -> {
                getContent().setClassName("success", false);
                getContent().setClassName("danger", true);
                var fault = stopped.fault().name().toLowerCase(Locale.ROOT).replace('_', '-');
                getContent().add(new Paragraph(language.say("mailing.fault." + fault, tried.to())));
                yield stopped.sentence();
            }
        };
        if (!said.isEmpty()) {
            var words = new Paragraph(language.say("mailing.test.said", said));
            words.addClassName("muted");
            getContent().add(words);
        }
    }
}
