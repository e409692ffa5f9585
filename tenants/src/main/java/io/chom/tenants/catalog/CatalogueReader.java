package io.chom.tenants.catalog;

import io.chom.tenants.catalog.Allowance.Enforcement;
import io.chom.tenants.catalog.Allowance.Per;
import io.chom.tenants.catalog.Product.Charged;
import io.chom.tenants.platform.Money;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads a catalogue file completely or refuses it. */
final class CatalogueReader {

    private CatalogueReader() {}

    /**
     * Reads one file.
     *
     * @throws InvalidCatalogue if it is not a whole, sound catalogue
     */
    static CatalogueFile read(Document document) {
        Field top = document.top();
        return new CatalogueFile(top.source(), document.text(), catalogue(top));
    }

    private static Catalogue catalogue(Field top) {
        top.only(List.of(
                "catalogue",
                "version",
                "currency",
                "currencies",
                "storefront",
                "proration",
                "meters",
                "plans",
                "products"));
        String name = slug(top.at("catalogue"), top.at("catalogue").text());
        int version = top.at("version").integer(1, 9999);
        List<Currency> currencies = currencies(top);
        Map<MeterId, Meter> meters = top.at("meters")
                .children()
                .map(CatalogueReader::meter)
                .collect(Collectors.toMap(Meter::id, Function.identity()));
        return new Catalogue(
                name,
                version,
                top.at("storefront").flag(),
                proration(top.at("proration")),
                List.copyOf(meters.values()),
                currencies.stream()
                        .map(one -> prices(top, name, version, new Tender(one, currencies), meters))
                        .toList());
    }

    /** The main one and then the others, each once. */
    private static List<Currency> currencies(Field top) {
        var all = new ArrayList<>(List.of(currency(top.at("currency"))));
        top.at("currencies").entries().forEach(field -> {
            Currency other = currency(field);
            if (all.contains(other)) {
                throw field.wrong("must be another currency: " + other + " is named already.");
            }
            all.add(other);
        });
        return List.copyOf(all);
    }

    private static Currency currency(Field field) {
        return field.text(CatalogueReader::currency, "must be a currency, such as USD.");
    }

    private static PriceList prices(
            Field top, String catalogue, int version, Tender tender, Map<MeterId, Meter> meters) {
        Field products = top.at("products");
        return new PriceList(
                tender.currency(),
                top.at("plans")
                        .children()
                        .map(field -> plan(field, catalogue, version, tender, meters))
                        .toList(),
                products.present()
                        ? products.children()
                                .map(field -> product(field, catalogue, version, tender))
                                .toList()
                        : List.of());
    }

    private static Proration proration(Field field) {
        return field.present() ? field.oneOf(Proration.class) : Proration.NEXT_INVOICE;
    }

    /** Gold and the like have a code but no minor unit. */
    private static Currency currency(String code) {
        Currency currency = Currency.getInstance(code);
        if (currency.getDefaultFractionDigits() < 0) {
            throw new IllegalArgumentException(code + " is no money.");
        }
        return currency;
    }

    private static Meter meter(Field field) {
        field.only(List.of("name", "unit", "one", "aggregation", "attribute", "per", "where", "decimals", "in"));
        String unit = field.at("unit").text();
        return new Meter(
                meterId(field),
                words(field, unit),
                ReckoningReader.read(field),
                field.at("decimals").integer(0, 6),
                field.at("in").translations(one -> words(one.only(List.of("name", "unit", "one")), unit)));
    }

    private static Meter.Words words(Field field, String usual) {
        String unit = field.at("unit").textOr(usual);
        return new Meter.Words(field.at("name").text(), unit, field.at("one").textOr(unit));
    }

    private static Plan plan(Field field, String catalogue, int version, Tender tender, Map<MeterId, Meter> meters) {
        field.only(List.of("name", "price", "yearly", "trial_days", "entitlements", "seats", "allowances"));
        return new Plan(
                catalogue,
                version,
                slug(field, field.name()),
                field.at("name").text(),
                tender.money(field.at("price")),
                yearly(field.at("yearly"), tender),
                trialDays(field.at("trial_days")),
                entitlements(field.at("entitlements")),
                field.at("allowances")
                        .children()
                        .map(one -> allowance(one, tender, meters))
                        .toList(),
                SeatsReader.read(field.at("seats"), tender, field.at("yearly").present()));
    }

    private static @Nullable Money yearly(Field field, Tender tender) {
        return field.present() ? tender.money(field.only(List.of("price")).at("price")) : null;
    }

    /** Within the shortest month, so that a trial is a period of its own. */
    private static int trialDays(Field field) {
        return field.present() ? field.integer(1, 28) : 0;
    }

    private static Product product(Field field, String catalogue, int version, Tender tender) {
        field.only(List.of("name", "price", "charged", "entitlements", "in"));
        return new Product(
                catalogue,
                version,
                slug(field, field.name()),
                field.at("name").text(),
                tender.money(field.at("price")),
                field.at("charged").oneOf(Charged.class),
                entitlements(field.at("entitlements")),
                field.at("in")
                        .translations(
                                one -> one.only(List.of("name")).at("name").text()));
    }

    private static Set<Entitlement> entitlements(Field field) {
        return field.entries().map(one -> one.oneOf(Entitlement.class)).collect(Collectors.toUnmodifiableSet());
    }

    private static Allowance allowance(Field field, Tender tender, Map<MeterId, Meter> meters) {
        field.only(List.of("included", "per", "enforcement", "overage_price", "overage"));
        MeterId meter = meterId(field);
        if (!meters.containsKey(meter)) {
            throw field.wrong("is not one of the meters of this catalogue.");
        }
        Enforcement enforcement = field.at("enforcement").oneOf(Enforcement.class);
        return new Allowance(
                meter,
                field.at("included").quantity(),
                per(field.at("per"), enforcement),
                enforcement,
                overage(field, enforcement, tender));
    }

    private static Per per(Field field, Enforcement enforcement) {
        Per per = field.present() ? field.oneOf(Per.class) : Per.MONTH;
        if (per == Per.DAY && enforcement == Enforcement.METERED) {
            throw field.wrong("must be month where the enforcement is metered: overage is billed by the period.");
        }
        return per;
    }

    private static @Nullable Pricing overage(Field field, Enforcement enforcement, Tender tender) {
        if (enforcement == Enforcement.METERED) {
            return PricingReader.overage(field, tender);
        }
        Stream.of("overage_price", "overage")
                .map(field::at)
                .filter(Field::present)
                .forEach(priced -> {
                    throw priced.wrong("has no meaning unless the enforcement is metered.");
                });
        return null;
    }

    private static MeterId meterId(Field field) {
        if (!MeterId.isValid(field.name())) {
            throw field.wrong("must be named with lower-case letters, digits and underscores.");
        }
        return new MeterId(field.name());
    }

    private static String slug(Field field, String slug) {
        if (!slug.matches("[a-z][a-z0-9-]{0,39}")) {
            throw field.wrong("must be named with lower-case letters, digits and hyphens.");
        }
        return slug;
    }
}
