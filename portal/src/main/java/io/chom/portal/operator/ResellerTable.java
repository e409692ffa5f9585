package io.chom.portal.operator;

import io.chom.portal.formats.Language;
import java.util.List;
import java.util.stream.Stream;

/** Resellers as a table for spreadsheets: exact figures without signs. */
record ResellerTable(List<Reseller> resellers, Language language) {

    List<List<String>> rows() {
        return Stream.concat(Stream.of(heads()), resellers.stream().map(ResellerTable::row))
                .toList();
    }

    private List<String> heads() {
        return Stream.of("name", "host", "status", "customers", "near", "mrr", "currency")
                .map(head -> language.say("operator.column." + head))
                .toList();
    }

    private static List<String> row(Reseller reseller) {
        var row = reseller.row();
        return List.of(
                row.name(),
                row.host(),
                reseller.status(),
                String.valueOf(row.customers()),
                String.valueOf(row.nearLimit()),
                row.mrr().major().toPlainString(),
                row.mrr().currency().getCurrencyCode());
    }
}
