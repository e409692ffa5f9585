package io.chom.portal.reseller;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.textfield.TextField;
import io.chom.portal.formats.Csv;
import io.chom.portal.formats.Formats;
import io.chom.portal.formats.Language;
import io.chom.portal.live.Held;
import io.chom.portal.live.Screens;
import io.chom.portal.parts.Headline;
import io.chom.portal.parts.MeterList;
import io.chom.portal.shell.SamplePerson;
import io.chom.portal.shell.SignedIn;
import io.chom.portal.usage.UsageSamples;
import io.chom.tenants.billing.alert.Task;
import io.chom.tenants.identity.Role;
import io.chom.tenants.platform.Money;
import io.chom.tenants.platform.TenantId;
import io.chom.tenants.reseller.ResellerDashboard;
import io.chom.tenants.reseller.ResellerDashboard.CustomerRow;
import io.chom.tenants.support.MovableTime;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

@ViewPackages(classes = DashboardViewTest.class)
class DashboardViewTest extends BrowserlessTest {

    private final Held<ResellerDashboard> answers = new Held<>();
    private final Sinks.Many<String> changes = Sinks.many().multicast().directBestEffort();
    private final CustomerFigures figures = new CustomerFigures() {
        @Override
        public Mono<ResellerDashboard> current() {
            return answers.ask();
        }

        @Override
        public Flux<?> changes() {
            return changes.asFlux();
        }

        @Override
        public Flux<Boolean> flowing() {
            return Flux.just(true);
        }
    };

    private final HeldTasks tasks = new HeldTasks();

    @RegisterExtension
    private final MovableTime time = new MovableTime();

    private DashboardView view;

    @BeforeEach
    void stopTheClock() {
        UI.getCurrent().setLocale(Locale.US);
    }

    @Test
    void while_loading_it_shows_shapes() {
        open(Role.OWNER);
        assertThat(view.getElement().getOuterHTML()).contains("aria-busy=\"true\"", "skeleton");
    }

    @Test
    void what_was_used_up_is_to_be_done_and_what_is_done_can_be_undone() {
        tasks.all.add(HeldTasks.open("Harbour House"));
        tasks.all.add(HeldTasks.open("Pine Works"));
        open(Role.OWNER);
        answer(ResellerSamples.customers(12, 1));
        assertThat(view.getElement().getTextRecursively())
                .contains("Used up", "Harbour House", "Storage: 112.5\u00a0GB of 100\u00a0GB", "until Nov 21, 2026");

        test(find(Button.class, view).withText("Done").all().getFirst()).click();
        Screens.settle();
        assertThat(tasks.all).extracting(Task::isDone).containsExactly(true, false);

        test(find(Button.class, view).withText("Undo").single()).click();
        Screens.settle();
        assertThat(tasks.all).extracting(Task::isDone).containsExactly(false, false);
    }

    @Test
    void its_headline_numbers_are_the_sums_of_its_rows() {
        open(Role.OWNER);
        var dashboard = ResellerSamples.customers(60, 7);
        answer(dashboard);
        var mrr = dashboard.customers().stream()
                .mapToLong(row -> row.mrr().minor())
                .sum();
        var overage = dashboard.customers().stream()
                .flatMap(row -> row.meters().stream())
                .mapToLong(usage -> usage.overageCost().minor())
                .sum();
        var formats = new Formats(Locale.US, ZoneOffset.UTC);
        var currency = dashboard.mrr().each().getFirst().currency();
        assertThat(numbers())
                .containsExactly(
                        "60",
                        formats.money(new Money(mrr, currency)),
                        formats.number(dashboard.nearLimit()),
                        formats.money(new Money(overage, currency)));
    }

    @Test
    void customers_who_pay_in_several_currencies_are_summed_in_each() {
        open(Role.OWNER);
        var rows = ResellerSamples.customers(3, 7).customers();
        answer(ResellerSamples.of(List.of(
                paying(rows.get(0), "100.00", "USD"),
                paying(rows.get(1), "4333", "JPY"),
                paying(rows.get(2), "8.905", "KWD"))));

        assertThat(numbers().get(1).replace('\u00a0', ' ')).isEqualTo("¥4,333\nKWD 8.905\n$100.00");
    }

    private static CustomerRow paying(CustomerRow who, String amount, String currency) {
        return new CustomerRow(
                who.id(),
                who.name(),
                who.status(),
                who.plan(),
                Money.of(amount, Currency.getInstance(currency)),
                List.of());
    }

    @Test
    void the_nearest_to_a_limit_come_first() {
        open(Role.ADMIN);
        answer(ResellerSamples.customers(60, 7));
        var attention = find(MeterList.class, view)
                .single()
                .getElement()
                .getPropertyRaw("lines")
                .toString();
        var percents = java.util.regex.Pattern.compile("(\\d+)%")
                .matcher(attention)
                .results()
                .map(match -> Integer.valueOf(match.group(1)))
                .toList();
        assertThat(percents).hasSize(5).isSortedAccordingTo(java.util.Comparator.reverseOrder());
    }

    @Test
    void search_and_filter_narrow_the_list_and_say_how_many_are_left() {
        open(Role.OWNER);
        answer(ResellerSamples.customers(60, 7));
        assertThat(test(grid()).size()).isEqualTo(60);
        test(find(TextField.class, view).single()).setValue("harbour");
        assertThat(test(grid()).size()).isEqualTo(4);
        assertThat(text()).contains("4 customers");
        test(find(Checkbox.class, view).single()).click();
        assertThat(test(grid()).size()).isLessThan(4);
        test(find(Checkbox.class, view).single()).click();
        test(find(TextField.class, view).single()).setValue("nobody of that name");
        assertThat(text()).contains("No customer matches");
        test(find(Button.class, view).withText("Show all customers").single()).click();
        assertThat(test(grid()).size()).isEqualTo(60);
    }

    @Test
    void the_list_follows_changes_and_keeps_what_was_searched_for() {
        open(Role.OWNER);
        answer(ResellerSamples.customers(60, 7));
        test(find(TextField.class, view).single()).setValue("harbour");
        changes.emitNext("changed", Sinks.EmitFailureHandler.FAIL_FAST);
        time.advanceTimeBy(Duration.ofSeconds(1));
        answer(ResellerSamples.customers(24, 7));
        assertThat(numbers()).startsWith("24");
        assertThat(test(grid()).size()).isEqualTo(1);
        assertThat(text()).contains("1 customer");
    }

    @Test
    void a_new_reseller_reads_what_will_be_here() {
        open(Role.OWNER);
        answer(ResellerSamples.customers(0, 7));
        assertThat(text()).contains("No customers yet");
        assertThat(find(CustomerGrid.class, view).all()).isEmpty();
    }

    @Test
    void a_failure_offers_to_try_again() {
        open(Role.OWNER);
        answers.fail(new IllegalStateException("The database is away."));
        Screens.settle();
        assertThat(text()).contains("This could not be loaded");
        assertThat(find(Button.class, view).withText("Try again").single().isVisible())
                .isTrue();
    }

    @Test
    void a_member_reads_which_role_is_needed_and_nothing_is_asked() {
        open(Role.MEMBER);
        assertThat(text()).contains("for owners and administrators of Bluebird Studio", "Your role is member");
        assertThat(answers.asked).isZero();
    }

    @Test
    void the_table_for_spreadsheets_has_exact_figures_and_no_formulas() {
        var meters = UsageSamples.meters("7", "91.4", "1124.5", "1000");
        var row = new CustomerRow(
                TenantId.next(),
                "=HYPERLINK(\"http://evil.example\")",
                "active",
                "Pro",
                Money.of("49.00", UsageSamples.USD),
                meters);
        var language = new Language(new Formats(Locale.US, ZoneOffset.UTC));
        var table = new CustomerTable(List.of(new Customer(row, language)), language);
        assertThat(Csv.of(table.rows()))
                .isEqualTo(
                        "\"Customer\",\"Plan\",\"Status\",\"Monthly price\",\"Currency\",\"Sites\",\"Storage (GB)\",\"Bandwidth (GB)\"\r\n"
                                + "\"'=HYPERLINK(\"\"http://evil.example\"\")\",\"Pro\",\"Active\",\"49.00\",\"USD\",\"7\",\"91.4\",\"1124.5\"\r\n");
    }

    private void open(Role role) {
        var person = SamplePerson.of(SignedIn.Kind.RESELLER, role);
        view = new DashboardView(person, figures, tasks, Clock.fixed(UsageSamples.NOW, ZoneOffset.UTC));
        UI.getCurrent().add(view);
    }

    private void answer(ResellerDashboard dashboard) {
        answers.answer(dashboard);
        Screens.settle();
    }

    private CustomerGrid grid() {
        return find(CustomerGrid.class, view).single();
    }

    private String text() {
        return view.getElement().getTextRecursively();
    }

    private List<String> numbers() {
        return find(Headline.class, view).all().stream().map(Headline::text).toList();
    }
}
