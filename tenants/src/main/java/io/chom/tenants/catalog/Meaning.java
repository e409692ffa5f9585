package io.chom.tenants.catalog;

import io.chom.tenants.catalog.Pricing.Graduated;
import io.chom.tenants.catalog.Pricing.Packages;
import io.chom.tenants.catalog.Pricing.PerUnit;
import io.chom.tenants.catalog.Pricing.Tier;
import io.chom.tenants.catalog.Pricing.Volume;
import io.chom.tenants.platform.Fingerprint;
import io.chom.tenants.platform.Money;
import io.chom.tenants.platform.UnitPrice;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a catalogue says, entry by entry, however its document writes it: two documents mean the same exactly when whoever
 * buys from one gets what whoever buys from the other gets. What stands for its usual value is left out, so that an
 * entry that is thought of later changes no catalogue that lacks it.
 *
 * @param entries by path, such as {@code /plans/pro/price}
 */
record Meaning(SortedMap<String, String> entries) {

    /**
     * An entry in which two catalogues differ.
     *
     * @param before what the first says of it, or "nothing"
     * @param after what the second says
     */
    record Difference(String path, String before, String after) {}

    static Meaning of(Catalogue catalogue) {
        var top = new At(new TreeMap<>(), "", null);
        top.at("currency").is(catalogue.currency());
        top.at("storefront").isUnless(catalogue.isStorefront(), false);
        top.at("proration").isUnless(catalogue.proration(), Proration.NEXT_INVOICE);
        catalogue.meters().forEach(one -> meter(top.at("meters").at(one.id()), one));
        top.at("currencies").isUnless(catalogue.currencies().stream().skip(1).toList(), List.of());
        catalogue.lists().forEach(list -> {
            var prices = new At(top.entries, "", catalogue.lists().size() > 1 ? list.currency() : null);
            prices.at("plans").each(list.plans(), Plan::slug, Meaning::plan);
            prices.at("products").each(list.products(), Product::slug, Meaning::product);
        });
        return new Meaning(top.entries);
    }

    /** The same for the same meaning. */
    Fingerprint fingerprint() {
        return Fingerprint.of(entries.entrySet().stream()
                .map(one -> one.getKey() + " " + one.getValue().length() + " " + one.getValue() + "\n")
                .collect(Collectors.joining()));
    }

    /** Where the other says something else, by path. */
    List<Difference> to(Meaning other) {
        return Stream.of(entries, other.entries)
                .flatMap(one -> one.keySet().stream())
                .distinct()
                .sorted()
                .filter(path -> !Objects.equals(entries.get(path), other.entries.get(path)))
                .map(path -> new Difference(
                        path, entries.getOrDefault(path, "nothing"), other.entries.getOrDefault(path, "nothing")))
                .toList();
    }

    private static void meter(At at, Meter meter) {
        words(at, meter.words());
        at.at("aggregation").is(meter.aggregation());
        at.at("attribute").isUnless(meter.reckoning().attribute(), null);
        at.at("per").isUnless(meter.reckoning().per(), Reckoning.Per.HOUR);
        meter.reckoning().where().forEach((attribute, values) -> {
            String name = attribute.replace("~", "~0").replace("/", "~1");
            int index = 0;
            for (String value : values) {
                at.at("where").at(name).at(index++).is(value);
            }
        });
        at.at("decimals").is(meter.decimals());
        meter.translations().forEach((language, words) -> words(at.at("in").at(language), words));
    }

    private static void words(At at, Meter.Words words) {
        at.at("name").is(words.name());
        at.at("unit").is(words.unit());
        at.at("one").is(words.one());
    }

    private static void plan(At at, Plan plan) {
        at.at("name").is(plan.name());
        at.at("price").is(plan.price());
        at.at("yearly").at("price").isUnless(plan.yearly(), null);
        at.at("trial_days").isUnless(plan.trialDays(), 0);
        entitlements(at, plan.entitlements());
        seats(at.at("seats"), plan.seats());
        at.at("allowances").each(plan.allowances(), one -> one.meter().value(), Meaning::allowance);
    }

    private static void seats(At at, @Nullable Seats seats) {
        if (seats != null) {
            at.at("included").is(seats.included());
            at.at("price").is(seats.price());
            at.at("yearly").isUnless(seats.yearly(), null);
            at.at("most").isUnless(seats.most(), null);
        }
    }

    private static void allowance(At at, Allowance allowance) {
        at.at("included").is(allowance.included());
        at.at("per").isUnless(allowance.per(), Allowance.Per.MONTH);
        at.at("enforcement").is(allowance.enforcement());
        switch (allowance.overage()) {
            case null -> {}
            case PerUnit one -> at.at("overage_price").is(one.price());
            case Packages one -> {
                at.at("overage").at("package").at("size").is(one.size());
                at.at("overage").at("package").at("price").is(one.price());
            }
            case Graduated one -> tiers(at.at("overage").at("graduated"), one.tiers());
            case Volume one -> tiers(at.at("overage").at("volume"), one.tiers());
        }
    }

    private static void tiers(At at, List<Tier> tiers) {
        for (int index = 0; index < tiers.size(); index++) {
            Tier tier = tiers.get(index);
            at.at(index).at("up_to").isUnless(tier.upTo(), null);
            at.at(index).at("price").is(tier.price());
            at.at(index).at("flat").isUnless(tier.flat(), Money.zero(tier.flat().currency()));
        }
    }

    private static void product(At at, Product product) {
        at.at("name").is(product.name());
        at.at("price").is(product.price());
        at.at("charged").is(product.charged());
        entitlements(at, product.entitlements());
        product.translations()
                .forEach((language, name) -> at.at("in").at(language).at("name").is(name));
    }

    private static void entitlements(At at, Collection<Entitlement> entitlements) {
        at.at("entitlements").isUnless(new TreeSet<>(entitlements), new TreeSet<Entitlement>());
    }

    /**
     * A place in the catalogue, as its document would have it.
     *
     * @param tender under which prices stand; null where there is only one
     */
    private record At(
            SortedMap<String, String> entries,
            String path,
            @Nullable Currency tender) {

        At at(Object name) {
            return new At(entries, path + "/" + name, tender);
        }

        void is(Object value) {
            boolean isPrice = value instanceof Money || value instanceof UnitPrice;
            entries.put(isPrice && tender != null ? path + "/" + tender : path, said(value));
        }

        void isUnless(@Nullable Object value, @Nullable Object usual) {
            if (value != null && !value.equals(usual)) {
                is(value);
            }
        }

        /** Those of a list, and which they are in their order: people are shown them in it. */
        <T> void each(List<T> all, Function<T, String> name, BiConsumer<At, T> what) {
            isUnless(all.stream().map(name).toList(), List.of());
            all.forEach(one -> what.accept(at(name.apply(one)), one));
        }

        private static String said(Object value) {
            return switch (value) {
                case Money money -> money.major().toPlainString();
                case UnitPrice price ->
                    price.whole()
                            .map(At::said)
                            .orElseGet(() -> price.amount().stripTrailingZeros().toPlainString());
                case BigDecimal number -> number.stripTrailingZeros().toPlainString();
                case Enum<?> one -> one.name().toLowerCase(Locale.ROOT);
                case Collection<?> all -> all.stream().map(At::said).collect(Collectors.joining(", "));
                default -> value.toString();
            };
        }
    }
}
