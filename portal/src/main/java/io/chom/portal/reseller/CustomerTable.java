package io.chom.portal.reseller;

import io.chom.portal.formats.Formats;
import io.chom.portal.formats.Language;
import io.chom.tenants.billing.MeterUsage;
import io.chom.tenants.catalog.Meter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Customers as a table for spreadsheets: exact figures without signs, units in the heads. */
record CustomerTable(List<Customer> customers, Language language) {

    List<List<String>> rows() {
        var meters = customers.stream()
                .flatMap(customer -> customer.meters().stream())
                .map(MeterUsage::meter)
                .distinct()
                .toList();
        var rows = new ArrayList<List<String>>();
        rows.add(heads(meters));
        customers.forEach(customer -> rows.add(row(customer, meters)));
        return rows;
    }

    private List<String> heads(List<Meter> meters) {
        return Stream.concat(
                        Stream.of("name", "plan", "status", "mrr", "currency")
                                .map(head -> language.say("reseller.csv." + head)),
                        meters.stream().map(Formats::column))
                .toList();
    }

    private static List<String> row(Customer customer, List<Meter> meters) {
        var row = customer.row();
        var facts = Stream.of(
                row.name(),
                row.plan(),
                customer.status(),
                row.mrr().major().toPlainString(),
                row.mrr().currency().getCurrencyCode());
        return Stream.concat(facts, meters.stream().map(meter -> used(customer, meter)))
                .toList();
    }

    private static String used(Customer customer, Meter meter) {
        return customer.used(meter).map(BigDecimal::toPlainString).orElse("");
    }
}
