package io.chom.portal.reseller;

import io.chom.portal.formats.Csv;
import io.chom.portal.formats.Language;
import io.chom.tenants.billing.MeterUsage;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Customers as a table for spreadsheets: exact figures without signs, units in the heads. */
record CustomerTable(List<Customer> customers, Language language) {

    byte[] bytes() {
        return Csv.of(rows()).getBytes(StandardCharsets.UTF_8);
    }

    List<List<String>> rows() {
        var meters = customers.stream()
                .flatMap(customer -> customer.row().meters().stream())
                .map(CustomerTable::head)
                .distinct()
                .toList();
        var rows = new ArrayList<List<String>>();
        rows.add(heads(meters));
        customers.forEach(customer -> rows.add(row(customer, meters)));
        return rows;
    }

    private List<String> heads(List<String> meters) {
        return Stream.concat(
                        Stream.of("name", "plan", "status", "mrr", "currency")
                                .map(head -> language.say("reseller.csv." + head)),
                        meters.stream())
                .toList();
    }

    private static List<String> row(Customer customer, List<String> meters) {
        var row = customer.row();
        var facts = Stream.of(
                row.name(),
                row.plan(),
                customer.status(),
                row.mrr().major().toPlainString(),
                row.mrr().currency().getCurrencyCode());
        return Stream.concat(facts, meters.stream().map(head -> used(customer, head)))
                .toList();
    }

    private static String used(Customer customer, String head) {
        return customer.row().meters().stream()
                .filter(usage -> head(usage).equals(head))
                .findFirst()
                .map(usage -> usage.used().toPlainString())
                .orElse("");
    }

    private static String head(MeterUsage usage) {
        return usage.meter().name() + " (" + usage.meter().unit() + ")";
    }
}
