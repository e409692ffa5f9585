package io.chom.tenants.catalog;

import java.util.Collection;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What is and was sold, read once when the program starts. Prices are public, so asking needs no right.
 *
 * <p>One installation sells in one currency: totals over plans need no exchange rates.
 */
public final class Catalogues {

    private final Map<String, TreeMap<Integer, Catalogue>> catalogues = new TreeMap<>();
    private final Map<MeterId, Meter> meters = new HashMap<>();
    private final Currency currency;

    Catalogues(Collection<Catalogue> all) {
        if (all.isEmpty()) {
            throw new InvalidCatalogue("config/catalogues", "", "holds no catalogue.");
        }
        all.forEach(this::add);
        currency = theOnlyCurrency(all);
    }

    /** Those of the installation, read anew: for tools that run apart from the program. */
    public static Catalogues installed() {
        return new CatalogueConfiguration().catalogues();
    }

    /** The currency of every price. */
    public Currency currency() {
        return currency;
    }

    /** Names of the catalogues, sorted. */
    public List<String> names() {
        return List.copyOf(catalogues.keySet());
    }

    /** Plans on sale, from the smallest to the largest; none when there is no such catalogue. */
    public List<Plan> plans(String catalogue) {
        return Optional.ofNullable(catalogues.get(catalogue))
                .map(versions -> versions.lastEntry().getValue().plans())
                .orElse(List.of());
    }

    /** A plan on sale. */
    public Optional<Plan> plan(String catalogue, String slug) {
        return plans(catalogue).stream()
                .filter(plan -> plan.slug().equals(slug))
                .findFirst();
    }

    /** Plans on sale that give this, the cheapest first. */
    public List<Plan> plansWith(Entitlement entitlement) {
        return catalogues.keySet().stream()
                .flatMap(catalogue -> plans(catalogue).stream())
                .filter(plan -> plan.entitlements().contains(entitlement))
                .sorted(Comparator.comparing((Plan plan) -> plan.price().minor()))
                .toList();
    }

    /** A plan as it was sold under that version. */
    public Optional<Plan> plan(String catalogue, int version, String slug) {
        return Optional.ofNullable(catalogues.get(catalogue))
                .map(versions -> versions.get(version))
                .flatMap(found -> found.plan(slug));
    }

    /** The plans that are shown to visitors of a brand and sold to its customers, from the smallest to the largest. */
    public List<Plan> storefront() {
        return catalogues.values().stream()
                .map(versions -> versions.lastEntry().getValue())
                .filter(Catalogue::isStorefront)
                .flatMap(one -> one.plans().stream())
                .toList();
    }

    /** What a change to this plan costs for the rest of the period in which it is made, if it is the dearer one. */
    public Proration proration(Plan plan) {
        return Optional.ofNullable(catalogues.get(plan.catalogue()))
                .map(versions -> versions.get(plan.version()))
                .map(Catalogue::proration)
                .orElse(Proration.NEXT_INVOICE);
    }

    /** A product on sale. */
    public Optional<Product> product(String catalogue, String slug) {
        return Optional.ofNullable(catalogues.get(catalogue))
                .flatMap(versions -> versions.lastEntry().getValue().product(slug));
    }

    /** A product as it was sold under that version. */
    public Optional<Product> product(String catalogue, int version, String slug) {
        return Optional.ofNullable(catalogues.get(catalogue))
                .map(versions -> versions.get(version))
                .flatMap(found -> found.product(slug));
    }

    /** What a meter counts; empty when no catalogue knows it. */
    public Optional<Meter> meter(MeterId id) {
        return Optional.ofNullable(meters.get(id));
    }

    /** Every meter of every catalogue, by name. */
    public List<Meter> meters() {
        return meters.values().stream()
                .sorted(Comparator.comparing(meter -> meter.id().value()))
                .toList();
    }

    private void add(Catalogue catalogue) {
        var versions = catalogues.computeIfAbsent(catalogue.name(), name -> new TreeMap<>());
        if (versions.put(catalogue.version(), catalogue) != null) {
            throw new InvalidCatalogue(
                    place(catalogue), "", "is there twice; every file needs a catalogue and version of its own.");
        }
        catalogue.meters().forEach(meter -> add(meter, catalogue));
    }

    private void add(Meter meter, Catalogue catalogue) {
        Meter known = meters.putIfAbsent(meter.id(), meter);
        if (known != null && !known.equals(meter)) {
            throw new InvalidCatalogue(
                    place(catalogue),
                    "/meters/" + meter.id(),
                    "is described differently in another catalogue; a meter never changes, so choose a new name.");
        }
    }

    private static Currency theOnlyCurrency(Collection<Catalogue> all) {
        List<Currency> currencies =
                all.stream().map(Catalogue::currency).distinct().toList();
        if (currencies.size() > 1) {
            throw new InvalidCatalogue(
                    "config/catalogues",
                    "",
                    "use several currencies (" + currencies + "); an installation sells in one.");
        }
        return currencies.getFirst();
    }

    private static String place(Catalogue catalogue) {
        return "catalogue " + catalogue.name() + " version " + catalogue.version();
    }
}
