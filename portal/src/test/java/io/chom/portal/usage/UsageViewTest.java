package io.chom.portal.usage;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.router.RouterLink;
import io.chom.portal.formats.Formats;
import io.chom.portal.formats.Language;
import io.chom.portal.live.Screens;
import io.chom.portal.parts.LiveNumber;
import io.chom.portal.parts.TimeChart;
import io.chom.portal.shell.SamplePerson;
import io.chom.portal.shell.SignedIn;
import io.chom.tenants.identity.Role;
import io.chom.tenants.platform.Failure;
import io.chom.tenants.platform.Refused;
import io.chom.tenants.support.MovableTime;
import io.chom.tenants.usage.TraySize;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Sinks;

@ViewPackages(classes = UsageViewTest.class)
class UsageViewTest extends BrowserlessTest {

    private final HeldUsage usage = new HeldUsage();
    private final SamplePerson person = SamplePerson.of(SignedIn.Kind.CUSTOMER, Role.MEMBER);

    @RegisterExtension
    private final MovableTime time = new MovableTime();

    private UsageView view;

    @BeforeEach
    void open() {
        UI.getCurrent().setLocale(Locale.US);
        view = new UsageView(person, usage, Clock.fixed(UsageSamples.NOW, ZoneOffset.UTC));
        UI.getCurrent().add(view);
    }

    @Test
    void while_loading_it_shows_shapes_and_says_so() {
        assertThat(text()).contains("Usage", "Loading");
        assertThat(view.getElement().getOuterHTML()).contains("aria-busy=\"true\"", "skeleton");
    }

    @Test
    void it_shows_used_of_included_and_each_charge_as_a_sentence() {
        answer();
        assertThat(numbers()).contains("7\u00a0sites", "91.4\u00a0GB", "1,124.5\u00a0GB", "$55.23");
        assertThat(text())
                .contains("of 1,000\u00a0GB included", "112%", "Limit reached", "3\u00a0sites left", "10 days left")
                .contains("124.5\u00a0GB over your 1,000\u00a0GB × $0.05 = $6.23")
                .contains("Bandwidth overage", "$6.23", "Total so far", "As of 12:04:31");
    }

    @Test
    void it_says_how_the_period_is_likely_to_end_where_enough_is_known() {
        answer();
        assertThat(text()).doesNotContain("likely");

        usage.forecast = Optional.of(UsageSamples.forecast(UsageSamples.typical()));
        usage.changes.emitNext("changed", Sinks.EmitFailureHandler.FAIL_FAST);
        time.advanceTimeBy(Duration.ofMillis(200));
        answer();
        assertThat(text())
                .contains("About 96\u00a0GB by Nov 30, 2026")
                .contains("About 1,181\u00a0GB by Nov 30, 2026 (likely 1,175\u00a0GB to 1,186\u00a0GB)")
                .contains("about $55.23 by Nov 30, 2026 (likely $55.23 to $56.23)");
    }

    @Test
    void numbers_move_by_themselves_when_usage_changes() {
        answer();
        usage.changes.emitNext("changed", Sinks.EmitFailureHandler.FAIL_FAST);
        time.advanceTimeBy(Duration.ofMillis(200));
        usage.overviews.answer(UsageSamples.overview("Pro", "8", "91.4", "1200", "1000"));
        Screens.settle();
        assertThat(numbers())
                .contains("8\u00a0sites", "1,200\u00a0GB", "$59.00")
                .doesNotContain("7\u00a0sites");
    }

    @Test
    void the_chart_shows_the_fullest_meter_until_another_is_chosen() {
        answer();
        assertThat(usage.days).hasSize(1).first().hasToString("bandwidth_gb");
        test(find(NativeButton.class, view).withText("Storage").single()).click();
        Screens.settle();
        assertThat(usage.days.getLast()).hasToString("storage_gb");
    }

    @Test
    void traffic_of_a_day_without_events_is_zero() {
        answer();
        var data = find(TimeChart.class, view).single().getElement().getProperty("data");
        assertThat(data)
                .contains("\"Bandwidth\"", "2026-11-21", "[\"2026-11-04\",0]")
                .doesNotContain("2026-10-22");
    }

    @Test
    void a_level_of_which_nothing_was_told_is_a_gap() {
        answer();
        test(find(NativeButton.class, view).withText("Sites").single()).click();
        Screens.settle();
        assertThat(find(TimeChart.class, view).single().getElement().getProperty("data"))
                .contains("[\"2026-11-04\",null]", "\"allowance\":10");
    }

    @Test
    void the_days_of_the_chart_are_a_table_for_spreadsheets_too() {
        var sites = UsageSamples.typical().meters().getFirst();
        var from = java.time.LocalDate.parse("2026-11-03");
        var days = UsageSamples.days(sites.meter().id(), from, from.plusDays(4));
        var language = new Language(new Formats(Locale.US, ZoneOffset.UTC));

        var rows = new Chosen(sites, days, from, from.plusDays(4)).rows(language);

        assertThat(rows.getFirst()).containsExactly("Day", "Sites");
        assertThat(rows).hasSize(5);
        assertThat(rows.get(1).getFirst()).isEqualTo("2026-11-03");
        assertThat(rows.get(1).getLast()).isEqualTo(days.getFirst().quantity().toPlainString());
        assertThat(rows.get(2)).containsExactly("2026-11-04", "");
    }

    @Test
    void without_usage_it_says_how_to_send_the_first_event() {
        usage.overviews.answer(UsageSamples.empty());
        Screens.settle();
        assertThat(text()).contains("No usage yet");
        assertThat(find(Pre.class, view).single().getText())
                .contains("curl http://acme.localhost:8081/api/v1/usage/events", "\"meter\":\"sites\"");
    }

    @Test
    void a_first_failure_offers_to_try_again_with_a_reference() {
        usage.overviews.fail(new IllegalStateException("password=hunter2"));
        Screens.settle();
        assertThat(text()).contains("This could not be loaded", "Reference ").doesNotContain("hunter2");
        test(find(Button.class, view).withText("Try again").single()).click();
        answer();
        assertThat(numbers()).contains("$55.23");
    }

    @Test
    void while_changes_are_not_heard_of_it_keeps_the_figures_and_says_that_they_are_old() {
        answer();
        assertThat(text()).contains("As of 12:04:31");

        usage.flowing.emitNext(false, Sinks.EmitFailureHandler.FAIL_FAST);
        Screens.settle();
        assertThat(numbers()).contains("$55.23");
        assertThat(text()).contains("Not fresh since 12:04:31").doesNotContain("As of");

        usage.flowing.emitNext(true, Sinks.EmitFailureHandler.FAIL_FAST);
        answer();
        assertThat(text()).contains("As of 12:04:31").doesNotContain("Not fresh");
    }

    @Test
    void a_later_failure_keeps_the_figures_and_says_since_when_they_are_old() {
        answer();
        usage.changes.emitNext("changed", Sinks.EmitFailureHandler.FAIL_FAST);
        time.advanceTimeBy(Duration.ofMillis(200));
        usage.overviews.fail(new IllegalStateException("The database is away."));
        Screens.settle();
        assertThat(numbers()).contains("$55.23");
        assertThat(text()).contains("Not fresh since 12:04:31", "Try again");
    }

    @Test
    void who_may_not_see_it_reads_why_and_whom_to_ask() {
        usage.overviews.fail(new Refused(new Failure.Forbidden("forbidden", "This needs the right usage:read.")));
        Screens.settle();
        assertThat(text())
                .contains("You may not see this", "Your role does not allow this. Ask an owner for the right.");
    }

    @Test
    void what_could_not_be_counted_is_a_line_that_leads_there_and_nothing_is_none() {
        answer();
        assertThat(text()).doesNotContain("could not be counted");

        usage.uncounted = new TraySize(3, 0);
        usage.changes.emitNext("changed", Sinks.EmitFailureHandler.FAIL_FAST);
        time.advanceTimeBy(Duration.ofMillis(200));
        answer();
        assertThat(find(RouterLink.class, view)
                        .withText("3 events could not be counted")
                        .single()
                        .getHref())
                .isEqualTo("usage/uncounted");
    }

    @Test
    void the_window_is_titled_by_page_and_brand() {
        assertThat(view.getPageTitle()).isEqualTo("Usage · Acme Hosting");
    }

    private void answer() {
        usage.overviews.answer(UsageSamples.typical());
        Screens.settle();
    }

    private String text() {
        return view.getElement().getTextRecursively();
    }

    private java.util.List<String> numbers() {
        return find(LiveNumber.class, view).all().stream().map(LiveNumber::text).toList();
    }
}
