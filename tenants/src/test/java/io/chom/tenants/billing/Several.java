package io.chom.tenants.billing;

import io.chom.tenants.catalog.CatalogueOf;
import io.chom.tenants.catalog.Catalogues;
import java.util.Currency;

/** A catalogue in currencies of two, two, no and three digits behind the point. Its prices are no round ones. */
public final class Several {

    public static final Currency USD = Currency.getInstance("USD");
    public static final Currency EUR = Currency.getInstance("EUR");
    public static final Currency JPY = Currency.getInstance("JPY");
    public static final Currency KWD = Currency.getInstance("KWD");

    private static final String FIRST = """
            catalogue: several
            version: 1
            currency: USD
            currencies: [EUR, JPY, KWD]
            meters:
              bandwidth_gb:
                { name: Bandwidth, unit: GB, aggregation: sum, decimals: 2, in: {
                    de: { name: Datenverkehr }, fr: { name: Bande passante, unit: Go }, es: { name: Transferencia } } }
            plans:
              starter:
                name: Starter
                price: { USD: "29.00", EUR: "26.99", JPY: "4333", KWD: "8.91" }
                yearly: { price: { USD: "290.00", EUR: "269.90", JPY: "43331", KWD: "89.06" } }
                allowances:
                  bandwidth_gb: { included: 100, enforcement: metered,
                      overage_price: { USD: "0.05", EUR: "0.047", JPY: "7.3", KWD: "0.0155" } }
              pro:
                name: Pro
                price: { USD: "79.00", EUR: "73.01", JPY: "11801", KWD: "24.26" }
                yearly: { price: { USD: "790.00", EUR: "730.10", JPY: "118010", KWD: "242.56" } }
                seats: { included: 2, price: { USD: "7.00", EUR: "6.51", JPY: "1051", KWD: "2.16" },
                         yearly: { USD: "70.00", EUR: "65.10", JPY: "10510", KWD: "21.56" } }
                allowances:
                  bandwidth_gb: { included: 250.5, enforcement: metered, overage: { graduated: [
                      { up_to: 100, price: { USD: "0.03", EUR: "0.0273", JPY: "4.37", KWD: "0.00915" },
                        flat: { USD: "1.00", EUR: "0.95", JPY: "151", KWD: "0.31" } },
                      { price: { USD: "0.02", EUR: "0.0191", JPY: "2.9", KWD: "0.0061" } } ] } }
              enterprise:
                name: Enterprise
                price: { USD: "249.00", EUR: "231.57", JPY: "37151", KWD: "76.51" }
                yearly: { price: { USD: "2490.00", EUR: "2315.70", JPY: "371510", KWD: "765.06" } }
                allowances:
                  bandwidth_gb: { included: 400, enforcement: metered, overage: { package: {
                      size: 7, price: { USD: "0.33", EUR: "0.315", JPY: "49.5", KWD: "0.1015" } } } }
            products:
              help: { name: Help, price: { USD: "9.00", EUR: "8.50", JPY: "1350", KWD: "2.76" }, charged: monthly }
            """;

    /** What is sold in them, beside what ships. */
    public static final Catalogues SOLD = CatalogueOf.besideShipped(FIRST);

    /** The same with a later version on sale that is sold in euros above all, and in dollars. */
    static final Catalogues LATER = CatalogueOf.besideShipped(
            FIRST,
            FIRST.replace("version: 1", "version: 2")
                    .replace("currency: USD\ncurrencies: [EUR, JPY, KWD]", "currency: EUR\ncurrencies: [USD]")
                    .replaceAll(", JPY: \"[0-9.]+\", KWD: \"[0-9.]+\"", ""));

    private Several() {}
}
