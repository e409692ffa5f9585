package io.chom.portal.brand;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Span;
import io.chom.portal.formats.Language;
import io.chom.theming.OwnFont;
import java.io.IOException;
import java.util.Base64;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ViewPackages(classes = FontFieldTest.class)
class FontFieldTest extends BrowserlessTest {

    private Language language;
    private FontField field;

    @BeforeEach
    void show() {
        UI.getCurrent().setLocale(Locale.GERMANY);
        language = Language.of(UI.getCurrent());
        field = new FontField(language, font -> {});
        UI.getCurrent().add(field);
    }

    @Test
    void a_font_that_documents_can_contain_is_only_named() throws IOException {
        field.show(OwnFont.uploaded("haus.woff2", served()));
        assertThat(find(Span.class, field).withText("haus.woff2").exists()).isTrue();
        assertThat(advises()).isFalse();
    }

    @Test
    void whoever_chooses_a_font_that_documents_cannot_contain_is_told() throws IOException {
        var damaged = served();
        damaged[damaged.length - 200] ^= 0x55;
        field.show(new OwnFont("haus.woff2", Base64.getEncoder().encodeToString(damaged)));
        assertThat(advises()).isTrue();

        field.show(null);
        assertThat(advises()).isFalse();
    }

    private boolean advises() {
        return find(Span.class, field)
                .withText(language.say("brand.own-font.not-in-documents"))
                .exists();
    }

    private static byte[] served() throws IOException {
        try (var file = FontFieldTest.class.getResourceAsStream("/META-INF/resources/ui/fonts/inter/latin.woff2")) {
            return Objects.requireNonNull(file).readAllBytes();
        }
    }
}
