package io.chom.portal.operator;

import io.chom.portal.usage.UsageSamples;
import io.chom.tenants.platform.Money;
import io.chom.tenants.platform.Sums;
import io.chom.tenants.platform.TenantId;
import io.chom.tenants.reseller.PlatformOverview;
import io.chom.tenants.reseller.PlatformOverview.ResellerRow;
import java.util.List;
import java.util.stream.IntStream;

/** Resellers to look at and to test with. */
public final class OperatorSamples {

    private OperatorSamples() {}

    /** This many resellers. */
    public static PlatformOverview resellers(int count) {
        List<ResellerRow> rows =
                IntStream.range(0, count).mapToObj(OperatorSamples::row).toList();
        return of(rows);
    }

    /** These. */
    static PlatformOverview of(List<ResellerRow> rows) {
        var mrr = Sums.together(rows.stream().map(ResellerRow::mrr).toList(), UsageSamples.USD);
        return new PlatformOverview(rows, mrr, UsageSamples.NOW);
    }

    private static ResellerRow row(int index) {
        var name = index % 2 == 0 ? "Acme Hosting" : "Nimbus Cloud";
        var host = index % 2 == 0 ? "acme.localhost" : "nimbus.localhost";
        return index < 2
                ? new ResellerRow(TenantId.next(), name, host, "active", 14 - index, sum("812.00"), 3)
                : new ResellerRow(
                        TenantId.next(),
                        name + " " + index,
                        "r" + index + "." + host,
                        index % 9 == 0 ? "suspended" : "active",
                        index * 7,
                        sum(index * 343 + ".00"),
                        index % 5);
    }

    private static Sums sum(String dollars) {
        return new Sums(List.of(Money.of(dollars, UsageSamples.USD)));
    }
}
