package io.chom.portal.brand;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import io.chom.portal.brand.BrandPage.Preview;
import io.chom.portal.formats.Language;
import io.chom.portal.parts.CopyText;
import io.chom.tenants.tenancy.PreviewKey;
import io.chom.tenants.tenancy.PreviewLink;
import io.chom.tenants.tenancy.PreviewTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ViewPackages(classes = BrandSharingTest.class)
class BrandSharingTest extends BrowserlessTest {

    private static final Instant END = Instant.parse("2026-04-02T10:00:00Z");
    private static final PreviewLink LINK =
            new PreviewLink(PreviewKey.of("k".repeat(43)).orElseThrow(), END);

    private final List<PreviewTime> made = new ArrayList<>();
    private final List<String> ended = new ArrayList<>();
    private BrandSharing sharing;

    @BeforeEach
    void open() {
        UI.getCurrent().setLocale(Locale.US);
        sharing = new BrandSharing(
                Language.of(UI.getCurrent()),
                key -> "http://acme.localhost/preview/" + key.reveal(),
                made::add,
                () -> ended.add("ended"));
        UI.getCurrent().add(sharing);
        sharing.show(Preview.of(Optional.empty(), Optional.empty()));
    }

    @Test
    void a_link_is_made_for_the_chosen_time() {
        assertThat(said()).contains("Nobody can see your draft.");
        assertThat(find(Button.class, sharing).all())
                .extracting(Button::getText)
                .containsExactly("Make a link");
        test(find(NativeButton.class, sharing).all().stream()
                        .filter(one -> one.getText().equals("7 days"))
                        .findFirst()
                        .orElseThrow())
                .click();
        test(button("Make a link")).click();
        assertThat(made).containsExactly(PreviewTime.WEEK);
    }

    @Test
    void whoever_made_it_sees_it_with_its_end_and_may_withdraw_it() {
        sharing.show(Preview.of(Optional.of(END), Optional.of(LINK)));
        assertThat(find(CopyText.class, sharing).single().getElement().getAttribute("text"))
                .isEqualTo("http://acme.localhost/preview/" + "k".repeat(43));
        assertThat(said()).anyMatch(words -> words.contains("It ends on Apr 2, 2026, 10:00:00"));
        test(button("Withdraw the link")).click();
        assertThat(ended).hasSize(1);
    }

    @Test
    void a_link_that_somebody_else_made_since_is_not_taken_for_the_own_one() {
        sharing.show(Preview.of(Optional.of(END.plusSeconds(60)), Optional.of(LINK)));
        assertThat(find(CopyText.class, sharing).all()).isEmpty();
        assertThat(said()).anyMatch(words -> words.startsWith("A link shows your draft until Apr 2, 2026, 10:01:00"));
    }

    private List<String> said() {
        return find(Span.class, sharing).all().stream().map(Span::getText).toList();
    }

    private Button button(String words) {
        return find(Button.class, sharing).all().stream()
                .filter(one -> one.getText().equals(words))
                .findFirst()
                .orElseThrow();
    }
}
