package io.chom.portal.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.dom.Element;
import io.chom.portal.formats.Formats;
import io.chom.portal.formats.Language;
import io.chom.tenants.billing.alert.Alert;
import io.chom.tenants.billing.alert.Budget;
import io.chom.tenants.billing.alert.BudgetAlert;
import io.chom.tenants.billing.alert.BudgetService;
import io.chom.tenants.billing.alert.Thresholds;
import io.chom.tenants.billing.alert.UsageAlert;
import io.chom.tenants.catalog.Allowance;
import io.chom.tenants.catalog.Meter;
import io.chom.tenants.catalog.MeterId;
import io.chom.tenants.platform.Failure;
import io.chom.tenants.platform.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ViewPackages(classes = AlertsContentTest.class)
class AlertsContentTest extends BrowserlessTest {

    private static final Currency KWD = Currency.getInstance("KWD");
    private static final MeterId STORAGE = new MeterId("storage_gb");
    private static final Instant AT = Instant.parse("2026-11-21T08:04:31Z");
    private static final LocalDate SINCE = LocalDate.of(2026, 11, 1);

    private final List<Optional<BigDecimal>> wished = new ArrayList<>();
    private final Language language = new Language(new Formats(Locale.US, ZoneOffset.UTC));
    private final AlertWords words =
            new AlertWords(language, AlertsContentTest::meter, new Thresholds(List.of(70, 85, 100), List.of(50, 100)));
    private BudgetCard budget;
    private AlertsContent content;

    @BeforeEach
    void draw() {
        budget = new BudgetCard(words, wished::add, () -> wished.add(Optional.of(BigDecimal.ZERO)));
        content = new AlertsContent(words, budget);
    }

    @Test
    void without_alerts_it_says_when_there_would_be_some() {
        show(List.of(), Optional.empty(), Optional.empty());

        assertThat(text())
                .contains("No alerts yet", "70%, 85%, and 100% of what your plan includes", "There is none.")
                .doesNotContain("Export CSV");
        assertThat(find(TextField.class).all()).noneMatch(TextField::isVisible);
    }

    @Test
    void each_alert_says_of_what_when_and_how_much_there_was_then() {
        show(
                List.of(
                        new BudgetAlert(SINCE, 80, new Money(50_000, KWD), new Money(41_250, KWD), AT),
                        alert(STORAGE, Allowance.Per.MONTH),
                        alert(new MeterId("gone"), Allowance.Per.DAY)),
                Optional.of(new Budget(new Money(50_000, KWD))),
                Optional.empty());

        assertThat(text().replace('\u00a0', ' '))
                .contains("Budget", "KWD 41.250 of KWD 50.000", "80%")
                .contains("Storage", "91.5 GB of 100 GB", "90%", "Nov 1, 2026")
                .contains("gone", "91.5 of 100 a day", "Export CSV")
                .doesNotContain("No alerts yet");
    }

    @Test
    void a_keeper_sets_and_removes_the_budget_and_what_was_refused_stays_to_be_mended() {
        budget.allow(true);
        show(List.of(), Optional.of(new Budget(new Money(1_234_500, KWD))), Optional.empty());
        var amount = find(TextField.class).single();
        assertThat(amount.getLabel()).isEqualTo("Budget for each period, in KWD");
        assertThat(amount.getValue()).isEqualTo("1,234.5");
        assertThat(text()).contains("has come to 50% and 100% of KWD 1,234.500");

        amount.setValue("1,300.125");
        press("Set the budget");
        show(List.of(), Optional.of(new Budget(new Money(1_234_500, KWD))), Optional.empty());
        assertThat(amount.getValue()).isEqualTo("1,300.125");
        amount.setValue("lots");
        press("Set the budget");
        assertThat(wished).containsExactly(Optional.of(new BigDecimal("1300.125")), Optional.empty());
        show(
                List.of(),
                Optional.of(new Budget(new Money(1_234_500, KWD))),
                Optional.of(BudgetService.noBudget().failure()));
        assertThat(amount.getValue()).isEqualTo("lots");
        assertThat(text()).contains("Type a number, more than nothing and at most 1,000,000,000");

        press("Remove the budget");
        assertThat(wished).hasSize(3);
        show(List.of(), Optional.empty(), Optional.empty());
        assertThat(amount.getValue()).isEmpty();
    }

    private void show(List<Alert> alerts, Optional<Budget> set, Optional<Failure> refusal) {
        content.show(new AlertsWork.Page(alerts, set, KWD, refusal));
        UI.getCurrent().add(content.component());
    }

    private void press(String words) {
        test(find(Button.class).withText(words).single()).click();
    }

    private String text() {
        return content.component()
                .getElement()
                .getChildren()
                .filter(Element::isVisible)
                .map(Element::getTextRecursively)
                .reduce("", (before, after) -> before + "\n" + after)
                .replace('\u00a0', ' ');
    }

    private static UsageAlert alert(MeterId meter, Allowance.Per per) {
        return new UsageAlert(meter, per, SINCE, 90, new BigDecimal("91.5"), new BigDecimal("100"), AT);
    }

    private static Optional<Meter> meter(MeterId id) {
        return id.equals(STORAGE)
                ? Optional.of(new Meter(id, new Meter.Words("Storage", "GB"), Meter.Aggregation.MAX, 2))
                : Optional.empty();
    }
}
