package io.chom.tenants.billing;

import io.chom.tenants.billing.LineItem.Counted;
import io.chom.tenants.billing.LineItem.Figures;
import io.chom.tenants.billing.LineItem.Moved;
import io.chom.tenants.billing.LineItem.Off;
import io.chom.tenants.billing.LineItem.Seated;
import io.chom.tenants.billing.LineItem.Share;
import io.chom.tenants.billing.LineItem.Taxed;
import io.chom.tenants.billing.details.TaxRule;
import io.chom.tenants.billing.details.TaxRule.Category;
import io.chom.tenants.catalog.MeterId;
import io.chom.tenants.catalog.Pricing.Charge;
import io.chom.tenants.platform.Money;
import io.chom.tenants.platform.UnitPrice;
import io.r2dbc.spi.Readable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads a line of an invoice as it was written. */
final class LineRow {

    private LineRow() {}

    static LineItem read(Readable row, Invoice invoice) {
        var currency = invoice.total().currency();
        return new LineItem(
                LineItem.Kind.valueOf(get(row, "kind", String.class).toUpperCase(Locale.ROOT)),
                get(row, "subject", String.class),
                get(row, "label", String.class),
                get(row, "formula", String.class),
                new Period(
                        get(row, "days_from", LocalDate.class),
                        get(row, "days_until", LocalDate.class),
                        invoice.period().zone()),
                figures(row, currency),
                new Money(get(row, "amount", Long.class), currency));
    }

    private static @Nullable Figures figures(Readable row, Currency currency) {
        if (row.get("tax_category") != null) {
            return taxed(row, currency);
        }
        var units = row.get("units", BigDecimal.class);
        if (units == null) {
            return row.get("unit_price") == null ? null : moved(row, currency);
        }
        if (row.get("size") == null && row.get("seats") != null) {
            return seated(row, units, currency);
        }
        if (row.get("size") == null) {
            return new Off(units, Money.rounded(get(row, "unit_price", BigDecimal.class), currency));
        }
        return row.get("included") == null ? share(row, units, currency) : counted(row, units, currency);
    }

    private static Moved moved(Readable row, Currency currency) {
        return new Moved(
                Money.rounded(get(row, "unit_price", BigDecimal.class), currency),
                new Money(get(row, "flat", Long.class), currency));
    }

    private static Taxed taxed(Readable row, Currency currency) {
        return new Taxed(
                new TaxRule(
                        Category.of(get(row, "tax_category", String.class)),
                        get(row, "tax_rate", BigDecimal.class),
                        get(row, "tax_reason", String.class)),
                new Money(get(row, "tax_base", Long.class), currency));
    }

    private static Share share(Readable row, BigDecimal days, Currency currency) {
        return new Share(
                Objects.requireNonNullElse(row.get("replaced", String.class), ""),
                days.intValueExact(),
                get(row, "size", BigDecimal.class).intValueExact(),
                Money.rounded(get(row, "unit_price", BigDecimal.class), currency),
                Objects.requireNonNullElse(row.get("seats", Integer.class), 0),
                Objects.requireNonNullElse(row.get("seats_before", Integer.class), 0));
    }

    private static Seated seated(Readable row, BigDecimal more, Currency currency) {
        return new Seated(
                get(row, "seats", Integer.class),
                more.intValueExact(),
                new Money(get(row, "flat", Long.class), currency),
                Money.rounded(get(row, "unit_price", BigDecimal.class), currency));
    }

    private static Counted counted(Readable row, BigDecimal units, Currency currency) {
        return new Counted(
                new MeterId(get(row, "subject", String.class)),
                get(row, "included", BigDecimal.class),
                new Charge(
                        units,
                        get(row, "size", BigDecimal.class),
                        new UnitPrice(get(row, "unit_price", BigDecimal.class), currency),
                        new Money(get(row, "flat", Long.class), currency),
                        new Money(get(row, "amount", Long.class), currency)),
                get(row, "is_first", Boolean.class));
    }

    private static <T> T get(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type));
    }
}
