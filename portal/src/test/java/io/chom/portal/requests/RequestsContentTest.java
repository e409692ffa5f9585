package io.chom.portal.requests;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.TextField;
import io.chom.portal.formats.Formats;
import io.chom.portal.formats.Language;
import io.chom.portal.parts.Placard;
import io.chom.tenants.billing.SubscriptionId;
import io.chom.tenants.billing.discount.Discount;
import io.chom.tenants.billing.discount.Discount.State;
import io.chom.tenants.billing.discount.DiscountDesk.Wished;
import io.chom.tenants.billing.discount.DiscountId;
import io.chom.tenants.billing.discount.Giver;
import io.chom.tenants.platform.TenantId;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Discounts among the requests: who may do what about them. */
@ViewPackages(classes = RequestsContentTest.class)
class RequestsContentTest extends BrowserlessTest {

    private static final Instant NOW = Instant.parse("2027-03-03T10:00:00Z");

    private final Language language = new Language(new Formats(Locale.US, ZoneOffset.UTC));
    // Nothing is wished for here, so nobody is asked.
    private final RequestsContent content =
            new RequestsContent(language, new RequestsWork(null, null), Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void who_may_decide_approves_or_refuses() {
        show(new Wished(discount(State.ASKED), false, true, true));
        assertThat(text())
                .contains(
                        "Bakery", "30% off the price, for 2 billing periods. It waits for the platform.", "They stay");
        assertThat(find(Placard.class).exists()).isFalse();
        assertThat(buttons()).containsExactly("Approve", "Refuse");
    }

    @Test
    void who_asked_withdraws_and_who_may_not_decide_reads() {
        show(new Wished(discount(State.ASKED), true, false, false));
        assertThat(buttons()).containsExactly("Withdraw");
        show(new Wished(discount(State.ASKED), false, false, false));
        assertThat(buttons()).isEmpty();
        assertThat(text()).contains("It waits for the platform.");
    }

    @Test
    void an_owner_refuses_what_only_the_platform_may_approve_of() {
        show(new Wished(discount(State.ASKED), false, false, true));
        assertThat(buttons()).containsExactly("Refuse");
    }

    @Test
    void what_was_decided_is_listed_and_nobody_waits() {
        show(new Wished(discount(State.REFUSED), false, true, true));
        assertThat(text())
                .contains("Nobody waits for an answer", "30% off the price, for 2 billing periods", "Refused");
    }

    @Test
    void an_answer_that_somebody_writes_stays_when_the_page_is_read_again() {
        var one = new Wished(discount(State.ASKED), false, true, true);
        show(one);
        find(TextField.class).single().setValue("Too much");
        show(one);
        assertThat(find(TextField.class).single().getValue()).isEqualTo("Too much");
    }

    private void show(Wished wished) {
        UI.getCurrent().add(content.component());
        content.show(new RequestsWork.Page(List.of(), List.of(wished), Optional.empty()));
    }

    private List<String> buttons() {
        return find(Button.class).all().stream().map(Button::getText).toList();
    }

    private static Discount discount(State state) {
        return new Discount(
                new DiscountId(new UUID(0, 1)),
                TenantId.next(),
                "Bakery",
                SubscriptionId.next(),
                BigDecimal.valueOf(30),
                2,
                "They stay",
                Giver.OPERATOR,
                "x|somebody",
                NOW,
                state,
                null);
    }

    private static String text() {
        return UI.getCurrent().getElement().getTextRecursively();
    }
}
