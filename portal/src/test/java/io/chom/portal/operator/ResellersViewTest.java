package io.chom.portal.operator;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.textfield.TextField;
import io.chom.portal.formats.Language;
import io.chom.portal.live.Held;
import io.chom.portal.live.Screens;
import io.chom.portal.parts.Headline;
import io.chom.portal.shell.SamplePerson;
import io.chom.portal.shell.SignedIn;
import io.chom.portal.usage.UsageSamples;
import io.chom.tenants.identity.Role;
import io.chom.tenants.platform.Money;
import io.chom.tenants.platform.Sums;
import io.chom.tenants.reseller.PlatformOverview;
import io.chom.tenants.reseller.PlatformOverview.ResellerRow;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@ViewPackages(classes = ResellersViewTest.class)
class ResellersViewTest extends BrowserlessTest {

    private final Held<PlatformOverview> answers = new Held<>();
    private final PlatformFigures figures = new PlatformFigures() {
        @Override
        public Mono<PlatformOverview> current() {
            return answers.ask();
        }

        @Override
        public Flux<?> changes() {
            return Flux.never();
        }
    };
    private ResellersView view;

    @BeforeEach
    void english() {
        UI.getCurrent().setLocale(Locale.US);
    }

    @Test
    void while_loading_it_shows_shapes() {
        open(Role.OPERATOR);
        assertThat(view.getElement().getOuterHTML()).contains("aria-busy=\"true\"", "skeleton");
    }

    @Test
    void it_lists_the_resellers_under_their_sums() {
        open(Role.OPERATOR);
        answer(2);
        assertThat(find(Headline.class, view).all().stream().map(Headline::text))
                .containsExactly("2", "$1,624.00", "6");
        assertThat(view.getElement().getOuterHTML()).contains("27 customers in all");
        var grid = find(ResellerGrid.class, view).single();
        assertThat(test(grid).getCellText(0, 0)).isEqualTo("Acme Hosting");
        assertThat(test(grid).getRow(1).address()).isEqualTo("http://nimbus.localhost:8080");
    }

    @Test
    void sums_of_several_currencies_stand_one_below_the_other_and_each_in_a_row_of_the_file() {
        open(Role.OPERATOR);
        var some = OperatorSamples.resellers(1).resellers().getFirst();
        var sums = new Sums(List.of(
                Money.of("73.01", Currency.getInstance("EUR")), Money.of("8.905", Currency.getInstance("KWD"))));
        var row = new ResellerRow(
                some.id(), some.name(), some.host(), some.status(), some.customers(), sums, some.nearLimit());
        answers.answer(OperatorSamples.of(List.of(row)));
        Screens.settle();

        assertThat(find(Headline.class, view).all().get(1).text().replace('\u00a0', ' '))
                .isEqualTo("€73.01\nKWD 8.905");
        var language = Language.of(UI.getCurrent());
        assertThat(new ResellerTable(List.of(new Reseller(row, "", language)), language)
                        .rows().stream().skip(1).map(cells -> String.join(";", cells)))
                .containsExactly(
                        "Acme Hosting;acme.localhost;Active;14;3;73.01;EUR",
                        "Acme Hosting;acme.localhost;Active;;;8.905;KWD");
    }

    @Test
    void search_finds_by_name_and_host() {
        open(Role.OPERATOR);
        answer(20);
        test(find(TextField.class, view).single()).setValue("R7.NIMBUS");
        assertThat(test(find(ResellerGrid.class, view).single()).size()).isOne();
        test(find(TextField.class, view).single()).setValue("nobody");
        assertThat(text()).contains("No reseller matches");
    }

    @Test
    void without_resellers_it_says_what_will_be_here() {
        open(Role.OPERATOR);
        answer(0);
        assertThat(text()).contains("No resellers yet");
    }

    @Test
    void a_failure_offers_to_try_again() {
        open(Role.OPERATOR);
        answers.fail(new IllegalStateException("The database is away."));
        Screens.settle();
        assertThat(text()).contains("This could not be loaded", "Try again");
    }

    @Test
    void other_staff_reads_which_role_is_needed_and_nothing_is_asked() {
        open(Role.SUPPORT);
        assertThat(text()).contains("for operators of the platform", "Your role is support");
        assertThat(answers.asked).isZero();
    }

    private void open(Role role) {
        var person = SamplePerson.of(SignedIn.Kind.PLATFORM, role);
        view = new ResellersView(person, figures, Clock.fixed(UsageSamples.NOW, ZoneOffset.UTC));
        UI.getCurrent().add(view);
    }

    private void answer(int count) {
        answers.answer(OperatorSamples.resellers(count));
        Screens.settle();
    }

    private String text() {
        return view.getElement().getTextRecursively();
    }
}
