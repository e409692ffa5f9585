package io.chom.portal.reseller;

import io.chom.portal.usage.UsageSamples;
import io.chom.tenants.platform.Money;
import io.chom.tenants.platform.Sums;
import io.chom.tenants.platform.TenantId;
import io.chom.tenants.reseller.ResellerDashboard;
import io.chom.tenants.reseller.ResellerDashboard.CustomerRow;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;

/** Customers to look at and to test with. */
public final class ResellerSamples {

    private static final List<String> NAMES = List.of(
            "Bluebird Studio",
            "Harbour Coffee",
            "Nordlicht Medien",
            "Petal & Stem",
            "Quayside Dental",
            "Fern Hollow Yoga",
            "Marlow Architects",
            "Oak Lane Books",
            "Tindal Robotics",
            "Saltwater Surf School",
            "Café Zürich",
            "Violet Legal");
    private static final List<String> PLANS = List.of("Starter", "Pro", "Business");

    private ResellerSamples() {}

    /** This many customers, the same ones for the same seed. */
    public static ResellerDashboard customers(int count, long seed) {
        var random = new Random(seed);
        var rows =
                IntStream.range(0, count).mapToObj(index -> row(index, random)).toList();
        return of(rows);
    }

    /** These. */
    static ResellerDashboard of(List<CustomerRow> rows) {
        var mrr = Sums.of(rows.stream().map(CustomerRow::mrr), UsageSamples.USD);
        int near = (int) rows.stream().filter(row -> row.highestPercent() >= 80).count();
        return new ResellerDashboard(rows, mrr, near, UsageSamples.NOW);
    }

    private static CustomerRow row(int index, Random random) {
        int plan = random.nextInt(3);
        var name = index < NAMES.size() ? NAMES.get(index) : NAMES.get(index % 12) + " " + (index / 12 + 1);
        if (index % 40 == 13) {
            name = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerk " + index;
        }
        return new CustomerRow(
                new TenantId(new UUID(random.nextLong(), random.nextLong())),
                name,
                index % 11 == 7 ? "suspended" : "active",
                PLANS.get(plan),
                Money.of(List.of("19.00", "49.00", "149.00").get(plan), UsageSamples.USD),
                UsageSamples.meters(
                        String.valueOf(1 + random.nextInt(9)),
                        String.valueOf(random.nextInt(96)),
                        index == 26 ? "184467440737.95" : String.valueOf(random.nextInt(1150)),
                        "1000"));
    }
}
