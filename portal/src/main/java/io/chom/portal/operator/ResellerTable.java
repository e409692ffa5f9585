package io.chom.portal.operator;

import io.chom.portal.formats.Language;
import io.chom.tenants.platform.Money;
import java.util.List;
import java.util.stream.Stream;

/** Resellers as a table for spreadsheets: exact figures without signs, what is counted in the first row of each alone. */
record ResellerTable(List<Reseller> resellers, Language language) {

    List<List<String>> rows() {
        return Stream.concat(Stream.of(heads()), resellers.stream().flatMap(ResellerTable::each))
                .toList();
    }

    private List<String> heads() {
        return Stream.of("name", "host", "status", "customers", "near", "mrr", "currency")
                .map(head -> language.say("operator.column." + head))
                .toList();
    }

    /** One row for each currency. */
    private static Stream<List<String>> each(Reseller reseller) {
        var sums = reseller.row().mrr().each();
        return sums.stream().map(sum -> row(reseller, sum, sum.equals(sums.getFirst())));
    }

    private static List<String> row(Reseller reseller, Money mrr, boolean isFirst) {
        var row = reseller.row();
        return List.of(
                row.name(),
                row.host(),
                reseller.status(),
                isFirst ? String.valueOf(row.customers()) : "",
                isFirst ? String.valueOf(row.nearLimit()) : "",
                mrr.major().toPlainString(),
                mrr.currency().getCurrencyCode());
    }
}
