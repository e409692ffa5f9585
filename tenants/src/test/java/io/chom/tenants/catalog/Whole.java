package io.chom.tenants.catalog;

/** A document in which every entry stands that the reader knows, for laws about entries. */
final class Whole {

    static final String TEXT = """
            catalogue: whole
            version: 3
            currency: USD
            storefront: true
            proration: full
            meters:
              sites: { name: Sites, unit: sites, one: site, aggregation: max, decimals: 0 }
              calls: { name: Calls, unit: calls, one: call, aggregation: sum, decimals: 2, in: {
                  de: { name: Aufrufe, unit: Aufrufe, one: Aufruf }, fr: { name: Appels } } }
              data: { name: Data, unit: GB, aggregation: sum, decimals: 6 }
              seats: { name: Seats, unit: seats, aggregation: max, decimals: 0 }
              users: { name: Users, unit: users, one: user, aggregation: unique, attribute: user, decimals: 0 }
              disk: { name: Disk, unit: GB-months, aggregation: time_weighted, per: day, decimals: 2 }
              backups: { name: Backups, unit: backups, one: backup, aggregation: count, decimals: 0, where: {
                  region: [eu, us], a/b: ["1"] } }
              devices: { name: Devices, unit: devices, one: device, aggregation: latest, decimals: 0 }
            plans:
              small:
                name: Small
                price: "9.90"
                yearly: { price: "99.00" }
                trial_days: 14
                seats: { included: 2, price: "2.00", yearly: "20.00", most: 50 }
                allowances:
                  sites: { included: 5, enforcement: hard }
                  calls: { included: 100.5, per: day, enforcement: soft }
              large:
                name: Large
                price: "99"
                entitlements: [resell]
                allowances:
                  sites: { included: 50, per: month, enforcement: metered, overage_price: "3.00" }
                  calls: { included: 0, enforcement: metered, overage: { package: { size: 1000, price: "0.0005" } } }
                  data: { included: 10, enforcement: metered, overage: { graduated: [
                      { up_to: 100, price: "0.05", flat: "1.00" }, { up_to: 200.5, price: "0.04" }, { price: "0.03" } ] } }
                  seats: { included: 1, enforcement: metered, overage: { volume: [
                      { up_to: 5, price: "0.05" }, { price: "0.02", flat: "3.00" } ] } }
            products:
              setup: { name: Set-up, price: "25.00", charged: once }
              partner: { name: Partner, price: "5.00", charged: monthly, entitlements: [resell], in: {
                  de: { name: Partner }, es: { name: Socio } } }
            """;

    /** The same of whatever has a price, in currencies of two, no and three digits behind the point. */
    static final String SEVERAL = """
            catalogue: several
            version: 3
            currency: USD
            currencies: [JPY, KWD]
            meters:
              calls: { name: Calls, unit: calls, one: call, aggregation: sum, decimals: 2 }
              data: { name: Data, unit: GB, aggregation: sum, decimals: 6 }
              seats: { name: Seats, unit: seats, aggregation: max, decimals: 0 }
              sites: { name: Sites, unit: sites, aggregation: max, decimals: 0 }
            plans:
              small:
                name: Small
                price: { USD: "9.90", JPY: "1480", KWD: "3.05" }
                yearly: { price: { USD: "99.00", JPY: "14800", KWD: "30.5" } }
                seats: { included: 2, price: { USD: "2.00", JPY: "300", KWD: "0.61" },
                         yearly: { USD: "20.00", JPY: "3000", KWD: "6.05" } }
                allowances:
                  sites: { included: 5, enforcement: hard }
              large:
                name: Large
                price: { USD: "99", JPY: "14900", KWD: "30" }
                allowances:
                  sites: { included: 50, enforcement: metered, overage_price: { USD: "3.00", JPY: "450.5", KWD: "0.9" } }
                  calls: { included: 0, enforcement: metered, overage: { package: {
                      size: 1000, price: { USD: "0.0005", JPY: "0.07", KWD: "0.00015" } } } }
                  data: { included: 10, enforcement: metered, overage: { graduated: [
                      { up_to: 100, price: { USD: "0.05", JPY: "7", KWD: "0.01" },
                        flat: { USD: "1.00", JPY: "150", KWD: "0.31" } },
                      { price: { USD: "0.03", JPY: "4", KWD: "0.009" } } ] } }
                  seats: { included: 1, enforcement: metered, overage: { volume: [
                      { up_to: 5, price: { USD: "0.05", JPY: "7", KWD: "0.01" } },
                      { price: { USD: "0.02", JPY: "3", KWD: "0.006" } } ] } }
            products:
              setup: { name: Set-up, price: { USD: "25.00", JPY: "3800", KWD: "7.6" }, charged: once }
            """;

    private Whole() {}
}
