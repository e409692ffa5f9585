package io.chom.portal.brand;

import io.chom.portal.formats.Language;
import io.chom.theming.Brand;
import io.chom.theming.documents.Days;
import io.chom.theming.documents.Edition;
import io.chom.theming.documents.Invoice;
import io.chom.theming.documents.Line;
import io.chom.theming.documents.Party;
import io.chom.theming.documents.Payment;
import io.chom.theming.documents.Statement;
import io.chom.theming.documents.Statement.Entry;
import io.chom.theming.documents.Tax;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;

/**
 * What stands on the sample documents of a house: a month of a customer that does not exist, in the language of whoever
 * looks.
 */
record SampleFigures(Language language) {

    private static final Currency EURO = Currency.getInstance("EUR");
    private static final Instant ISSUED = Instant.parse("2026-12-01T09:00:00Z");
    private static final Days NOVEMBER = new Days(LocalDate.of(2026, 11, 1), LocalDate.of(2026, 11, 30));
    private static final BigDecimal RATE = new BigDecimal("20");
    private static final String LATEST = "2026-0042";

    Edition edition() {
        return new Edition(language.formats().locale(), language.formats().zone(), ISSUED);
    }

    Invoice invoice(Brand brand) {
        return new Invoice(
                Invoice.Kind.INVOICE,
                LATEST,
                ISSUED,
                LocalDate.of(2026, 12, 15),
                NOVEMBER,
                house(brand),
                customer(),
                List.of(),
                EURO,
                List.of(plan(), storage()),
                List.of(new Tax(say("tax"), RATE, 57_50, 11_50)),
                0,
                new Payment(List.of(say("pay")), List.of(), null),
                List.of(say("note")));
    }

    Statement statement(Brand brand) {
        return new Statement(
                Statement.Kind.ACCOUNT,
                "2026-11",
                ISSUED,
                NOVEMBER,
                house(brand),
                customer(),
                List.of(),
                EURO,
                0,
                List.of(
                        charged("2026-11-01T09:00:00Z", "2026-0017", 58_80),
                        paid("2026-11-09T09:00:00Z", 58_80),
                        charged("2026-11-30T09:00:00Z", LATEST, 69_00)),
                List.of(say("note")));
    }

    private Line plan() {
        var discount = new Line.Discount(say("discount"), 4_90);
        return new Line(
                language.say("brand.preview.plan"),
                null,
                NOVEMBER,
                BigDecimal.ONE,
                null,
                new BigDecimal("49"),
                discount,
                RATE,
                44_10);
    }

    private Line storage() {
        return new Line(
                say("storage"),
                say("formula"),
                null,
                new BigDecimal("167.5"),
                say("unit"),
                new BigDecimal("0.08"),
                null,
                RATE,
                13_40);
    }

    private Entry charged(String at, String invoice, long amount) {
        return new Entry(Instant.parse(at), say("charged"), invoice, amount, 0);
    }

    private Entry paid(String at, long amount) {
        return new Entry(Instant.parse(at), say("paid"), null, 0, amount);
    }

    private static Party house(Brand brand) {
        return new Party(brand.name(), List.of(), null, brand.contact().supportEmail());
    }

    private static Party customer() {
        return new Party("Lena Brandt", List.of("Rue des Fleurs 8", "1050 Bruxelles"), null, "lena@shop.example");
    }

    private String say(String key) {
        return language.say("brand.sample." + key);
    }
}
