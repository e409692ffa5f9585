package io.chom.tenants.billing;

import static org.assertj.core.api.Assertions.assertThat;

import io.chom.tenants.catalog.CatalogueOf;
import io.chom.tenants.catalog.Proration;
import io.chom.tenants.support.TenantsTest;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A dearer plan for the last day of a month, for what it includes. Its allowances count for all of the month in every mode, as
 * the catalogues say: whoever sells chooses between a customer who gets around a bill by going up, and {@code full}.
 */
@TenantsTest
class AbuseOfAllowancesTest extends LateUsageGround {

    /** Starter with 2,000 GB is $29.00 and 1,900 × $0.05. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            FULL         | 24900
            NEXT_INVOICE |  3610
            NOW          |  3610
            NONE         |  2900
            """)
    void it_costs_a_whole_month_where_that_is_charged_and_else_its_days(Proration proration, long cents) {
        sellFrom(CatalogueOf.shipped(
                "hosting-2.yaml",
                text -> text.replace(
                        "proration: next_invoice",
                        "proration: " + proration.name().toLowerCase(Locale.ROOT))));
        subscribe(customer, "starter");
        use(customer, day(3, 20), "2000");
        goTo(day(3, 31));
        assertThat(overview().estimate().total()).isEqualTo(dollars(12_400));

        change("enterprise");
        billOn(4, 2);

        assertThat(paid()).isEqualTo(dollars(cents));
    }
}
