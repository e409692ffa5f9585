package io.chom.tenants.billing.discount;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chom.tenants.catalog.Term;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may give how much, and what is wrong with a list that does not say it. */
class GuardrailsTest {

    private final Guardrails guardrails =
            Guardrails.of(List.of("admin 10 15 20", "owner 20 25 25", "operator 50 50 50"));

    @Test
    void each_gives_up_to_its_ceiling_and_the_first_who_may_decides_about_more() {
        assertThat(guardrails.most(Giver.ADMIN, Term.MONTH)).isEqualByComparingTo("10");
        assertThat(guardrails.most(Giver.OWNER, Term.YEAR)).isEqualByComparingTo("25");
        assertThat(guardrails.decider(new BigDecimal("10"), Term.MONTH)).contains(Giver.ADMIN);
        assertThat(guardrails.decider(new BigDecimal("10.01"), Term.MONTH)).contains(Giver.OWNER);
        assertThat(guardrails.decider(new BigDecimal("25"), Term.MONTH)).contains(Giver.OPERATOR);
        assertThat(guardrails.decider(new BigDecimal("25"), Term.YEAR)).contains(Giver.OWNER);
        assertThat(guardrails.decider(new BigDecimal("50.01"), Term.YEAR)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "owner 20 25 25, operator 50 50 50 | \"admin\": the role is missing.",
                "admin 10 15 20, owner 9 25 25, operator 50 50 50 | \"owner\": it may not give less than the role before it.",
                "admin 10 15, owner 20 25 25, operator 50 50 50 | \"admin 10 15\": it is written like: owner 20 25 25.",
                "admin 10 15 20, admin 10 15 20 | \"admin 10 15 20\": the role is there twice.",
                "viewer 10 15 20 | \"viewer 10 15 20\": the role is one of admin, owner and operator.",
                "admin 10 15 101 | 101 is no percentage",
                "admin -1 15 20 | -1 is no percentage",
                "admin ten 15 20 | ten is no percentage",
                "admin 10.001 15 20 | 10.001 is no percentage",
            })
    void what_is_wrong_is_said_at_the_start(String written, String said) {
        assertThatThrownBy(() -> new DiscountProperties(List.of(written.split(", "))))
                .hasMessageStartingWith("chom.billing.discounts.guardrails, ")
                .hasMessageContaining(said);
    }
}
