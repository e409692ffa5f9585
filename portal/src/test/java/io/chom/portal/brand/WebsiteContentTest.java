package io.chom.portal.brand;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import io.chom.portal.formats.Language;
import io.chom.tenants.tenancy.website.SiteReading;
import io.chom.theming.Brand;
import io.chom.theming.DemoBrands;
import io.chom.theming.website.Choice;
import io.chom.theming.website.FetchedSite;
import io.chom.theming.website.ProposedBrand;
import io.chom.theming.website.SitePage;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;

@ViewPackages(classes = WebsiteContentTest.class)
class WebsiteContentTest extends BrowserlessTest {

    private static final Brand NIMBUS = DemoBrands.nimbus();
    private final List<Choice> taken = new ArrayList<>();
    private WebsiteContent content;

    @BeforeEach
    void open() {
        UI.getCurrent().setLocale(Locale.US);
        content = new WebsiteContent(Language.of(UI.getCurrent()), new WebsiteWork(typed -> Flux.never()), taken::add);
        UI.getCurrent().add(content.component());
    }

    @Test
    void a_person_takes_the_parts_that_are_marked() {
        content.show(Optional.of(new SiteReading.Proposed(proposal())));

        test(find(Checkbox.class, content.component()).all().stream()
                        .filter(box -> box.getLabel().equals("Name of your house"))
                        .findFirst()
                        .orElseThrow())
                .click();
        test(find(NativeButton.class, content.component()).all().stream()
                        .filter(tile -> "#7a1f5c".equals(tile.getElement().getAttribute("aria-label")))
                        .findFirst()
                        .orElseThrow())
                .click();
        test(find(Button.class, content.component()).all().stream()
                        .filter(button -> button.getText().equals("Use these"))
                        .findFirst()
                        .orElseThrow())
                .click();

        Brand worn = taken.getFirst().on(NIMBUS);
        assertThat(worn.name()).isEqualTo(NIMBUS.name());
        assertThat(worn.look().accent().hex()).isEqualTo("#7a1f5c");
        assertThat(worn.contact().supportEmail()).isEqualTo("help@site.example");
        assertThat(worn.artwork()).isEqualTo(NIMBUS.artwork());
    }

    @Test
    void it_says_how_far_it_has_come() {
        content.show(Optional.of(new SiteReading.Fetching(SiteReading.Step.PARTS, 3, 9)));

        assertThat(find(Span.class, content.component()).all())
                .extracting(Span::getText)
                .contains("Fetching style sheets and pictures: 3 of 9");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "not-an-address",
                "unknown-name",
                "nobody-answers",
                "closed-port",
                "bad-certificate",
                "too-slow",
                "too-large",
                "led-astray",
                "answered",
                "answered-closed",
                "answered-missing",
                "garbled",
                "not-a-page",
                "at-once",
                "an-hour",
                "outage"
            })
    void every_fault_is_a_sentence(String code) {
        content.show(Optional.of(new SiteReading.Failed(code, "site.example", "")));

        assertThat(content.component().getElement().getTextRecursively())
                .contains(".")
                .doesNotContain("{0}");
    }

    private static ProposedBrand proposal() {
        String html = """
                <title>Site</title><body style="background:#fff"><a style="background:#1f5fbf" class=btn href=/x>x</a>
                <b style="color:#7a1f5c">y</b><a href="mailto:help@site.example">z</a>
                """;
        var page = SitePage.read("https://site.example/", html.getBytes(StandardCharsets.UTF_8), "text/html");
        return new FetchedSite(page, List.of(), List.of()).proposal();
    }
}
