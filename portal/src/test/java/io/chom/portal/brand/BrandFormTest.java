package io.chom.portal.brand;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import io.chom.portal.formats.Language;
import io.chom.theming.Brand;
import io.chom.theming.Color;
import io.chom.theming.Corners;
import io.chom.theming.DemoBrands;
import io.chom.theming.Density;
import io.chom.theming.Term;
import io.chom.theming.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ViewPackages(classes = BrandFormTest.class)
class BrandFormTest extends BrowserlessTest {

    private final List<Brand> made = new ArrayList<>();
    private final Brand acme = DemoBrands.acme();
    private BrandForm form;

    @BeforeEach
    void open() {
        UI.getCurrent().setLocale(Locale.US);
        form = new BrandForm(Language.of(UI.getCurrent()), made::add);
        UI.getCurrent().add(form);
        form.show(acme);
    }

    @Test
    void it_shows_the_brand_and_makes_nothing_by_itself() {
        assertThat(field("Name of your house").getValue()).isEqualTo("Acme Hosting");
        assertThat(field("Accent").getValue()).isEqualTo("#c2501e");
        assertThat(field("Address of your help pages").getValue()).isEqualTo("https://help.acme.example/");
        form.show(DemoBrands.nimbus());
        assertThat(field("Legal line").getValue()).isEqualTo("Nimbus Cloud Ltd, 4 Harbour Row, Dublin");
        assertThat(made).isEmpty();
    }

    @Test
    void each_change_makes_a_brand_out_of_the_one_before() {
        type("Name of your house", "  Acme Anew ");
        type("Accent", "#0B7A4B");
        press("Sharp");
        press("Compact");
        type("Support e-mail address", "");

        Brand last = made.getLast();
        assertThat(made).hasSize(5);
        assertThat(last.name()).isEqualTo("Acme Anew");
        assertThat(last.look().accent()).isEqualTo(Color.of("#0b7a4b"));
        assertThat(last.look().corners()).isEqualTo(Corners.SHARP);
        assertThat(last.look().density()).isEqualTo(Density.COMPACT);
        assertThat(last.contact().supportEmail()).isNull();
        assertThat(last.contact().senderName()).isEqualTo(acme.contact().senderName());
        assertThat(last.artwork()).isEqualTo(acme.artwork());
    }

    @Test
    void what_makes_no_brand_is_marked_and_changes_nothing() {
        type("Name of your house", " ");
        type("Accent", "green");
        type("Background", "#12");
        type("Support e-mail address", "nobody");
        type("Address of your help pages", "javascript:alert(1)");
        type("Address of your help pages", "no address at all");
        type("Legal line", "x".repeat(301));

        assertThat(made).isEmpty();
        for (String label : List.of(
                "Name of your house", "Accent", "Background", "Support e-mail address", "Address of your help pages")) {
            assertThat(field(label).isInvalid()).as(label).isTrue();
            assertThat(field(label).getErrorMessage()).as(label).endsWith(".").doesNotContain("null");
        }
        type("Name of your house", "Acme");
        assertThat(field("Name of your house").isInvalid()).isFalse();
        assertThat(made).hasSize(1);
    }

    @Test
    void an_accent_that_cannot_be_read_comes_with_the_nearest_that_can() {
        type("Accent", "#ffe9a8");

        Button use = find(Button.class, form).all().stream()
                .filter(button -> button.getText().startsWith("Use #"))
                .findFirst()
                .orElseThrow();
        assertThat(use.isVisible() && use.getParent().orElseThrow().isVisible()).isTrue();
        String offered = use.getText().substring(4);
        use.click();

        assertThat(made.getLast().look().accent()).isEqualTo(Color.of(offered));
        assertThat(field("Accent").getValue()).isEqualTo(offered);
        assertThat(use.getParent().orElseThrow().isVisible()).isFalse();
    }

    @Test
    void an_own_word_takes_both_forms_or_none() {
        type("“site”, one", "Shop");
        assertThat(made).isEmpty();
        assertThat(field("“site”, several").getErrorMessage()).isEqualTo("Type this form too, or leave both empty.");
        assertThat(field("“site”, several").getPlaceholder()).isEqualTo("sites");

        type("“site”, several", "x".repeat(31));
        assertThat(field("“site”, several").isInvalid()).isTrue();
        assertThat(field("“site”, several").getErrorMessage()).isEqualTo("A word has 1–30 visible characters.");
        assertThat(made).isEmpty();

        type("“site”, several", " Shops ");
        assertThat(made.getLast().wording().of(Term.SITE)).contains(new Wording.Word("Shop", "Shops"));
        assertThat(field("“site”, several").isInvalid()).isFalse();
        form.show(acme);
        assertThat(field("“site”, one").getValue()).isEmpty();
        assertThat(made).hasSize(1);
    }

    @Test
    void the_standard_language_is_always_offered() {
        test(box("French")).click();
        assertThat(made.getLast().languages().offered())
                .doesNotContain(Locale.FRENCH)
                .hasSize(3);
        assertThat(box("English").isEnabled()).isFalse();

        test(find(Select.class, form).all().stream()
                        .filter(one -> "Language for everybody else".equals(one.getLabel()))
                        .findFirst()
                        .orElseThrow())
                .selectItem("French");
        assertThat(made.getLast().languages().standard()).isEqualTo(Locale.FRENCH);
        assertThat(box("French").getValue()).isTrue();
        assertThat(box("French").isEnabled()).isFalse();
        assertThat(box("English").isEnabled()).isTrue();
    }

    private Checkbox box(String label) {
        return find(Checkbox.class, form).all().stream()
                .filter(one -> label.equals(one.getLabel()))
                .findFirst()
                .orElseThrow();
    }

    private TextField field(String label) {
        return find(TextField.class, form).all().stream()
                .filter(one -> label.equals(one.getLabel()))
                .findFirst()
                .orElseThrow();
    }

    private void type(String label, String text) {
        test(field(label)).setValue(text);
    }

    private void press(String words) {
        test(find(NativeButton.class, form).all().stream()
                        .filter(button -> button.getText().equals(words))
                        .findFirst()
                        .orElseThrow())
                .click();
    }
}
