package io.chom.tenants.catalog;

import java.sql.Connection;
import java.sql.SQLException;
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
 * <p>On sale is the highest version that a file has. Versions without a file were {@linkplain Publication published}
 * earlier: those who bought under one keep it, and nobody else gets it.
 *
 * <p>One installation sells in one currency: totals over plans need no exchange rates.
 */
public final class Catalogues {

    private final Map<String, TreeMap<Integer, Catalogue>> versions = new TreeMap<>();
    private final Map<String, Catalogue> onSale = new TreeMap<>();
    private final Map<MeterId, Meter> meters = new HashMap<>();
    private final Currency currency;

    /**
     * What some files sell, and what was sold before.
     *
     * @param files what is sold from
     * @param kept published versions without a file
     * @throws InvalidCatalogue if they contradict each other
     */
    Catalogues(Collection<CatalogueFile> files, Collection<CatalogueFile> kept) {
        files.forEach(this::sell);
        kept.forEach(this::keep);
        currency = theOnlyCurrency(files.isEmpty() ? kept : files);
    }

    /**
     * Every version that was ever published, none of them on sale: for tools that run apart from the program.
     *
     * @param connection of any role of the program; nothing is written
     * @throws SQLException if the database cannot be asked, or no program was ever started with it
     */
    public static Catalogues published(Connection connection) throws SQLException {
        return new Catalogues(List.of(), PublishedVersions.files(new PublishedVersions(connection).all()));
    }

    /** The currency of every price. */
    public Currency currency() {
        return currency;
    }

    /** Names of the catalogues on sale, sorted. */
    public List<String> names() {
        return List.copyOf(onSale.keySet());
    }

    /** Every version that this program can read, such as {@code hosting 1}: what was sold under others is not its to touch. */
    public List<String> versions() {
        return versions.entrySet().stream()
                .flatMap(one -> one.getValue().keySet().stream().map(version -> one.getKey() + " " + version))
                .toList();
    }

    /** Plans on sale, from the smallest to the largest; none when there is no such catalogue. */
    public List<Plan> plans(String catalogue) {
        return Optional.ofNullable(onSale.get(catalogue)).map(Catalogue::plans).orElse(List.of());
    }

    /** A plan on sale. */
    public Optional<Plan> plan(String catalogue, String slug) {
        return plans(catalogue).stream()
                .filter(plan -> plan.slug().equals(slug))
                .findFirst();
    }

    /** Plans on sale that give this, the cheapest first. */
    public List<Plan> plansWith(Entitlement entitlement) {
        return onSale.values().stream()
                .flatMap(catalogue -> catalogue.plans().stream())
                .filter(plan -> plan.entitlements().contains(entitlement))
                .sorted(Comparator.comparing((Plan plan) -> plan.price().minor()))
                .toList();
    }

    /** A plan as it was sold under that version. */
    public Optional<Plan> plan(String catalogue, int version, String slug) {
        return version(catalogue, version).flatMap(found -> found.plan(slug));
    }

    /** The plans that are shown to visitors of a brand and sold to its customers, from the smallest to the largest. */
    public List<Plan> storefront() {
        return onSale.values().stream()
                .filter(Catalogue::isStorefront)
                .flatMap(one -> one.plans().stream())
                .toList();
    }

    /** What a change to this plan costs for the rest of the period in which it is made, if it is the dearer one. */
    public Proration proration(Plan plan) {
        return version(plan.catalogue(), plan.version())
                .map(Catalogue::proration)
                .orElse(Proration.NEXT_INVOICE);
    }

    /** A product on sale. */
    public Optional<Product> product(String catalogue, String slug) {
        return Optional.ofNullable(onSale.get(catalogue)).flatMap(found -> found.product(slug));
    }

    /** A product as it was sold under that version. */
    public Optional<Product> product(String catalogue, int version, String slug) {
        return version(catalogue, version).flatMap(found -> found.product(slug));
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

    private Optional<Catalogue> version(String catalogue, int version) {
        return Optional.ofNullable(versions.get(catalogue)).map(known -> known.get(version));
    }

    private void sell(CatalogueFile file) {
        add(file);
        file.catalogue().meters().forEach(meter -> add(meter, file));
        onSale.merge(
                file.catalogue().name(),
                file.catalogue(),
                (one, other) -> one.version() > other.version() ? one : other);
    }

    private void add(CatalogueFile file) {
        var catalogue = file.catalogue();
        var known = versions.computeIfAbsent(catalogue.name(), name -> new TreeMap<>());
        if (known.put(catalogue.version(), catalogue) != null) {
            throw file.source()
                    .wrong(
                            "/version",
                            "catalogue " + catalogue.name() + " version " + catalogue.version()
                                    + " is there twice; every file needs a catalogue and version of its own.");
        }
    }

    private void add(Meter meter, CatalogueFile file) {
        Meter known = meters.putIfAbsent(meter.id(), meter);
        if (known != null && !known.equals(meter)) {
            throw file.source()
                    .wrong(
                            "/meters/" + meter.id(),
                            "is described differently in another catalogue; a meter never changes, so choose a new"
                                    + " name.");
        }
    }

    /** Its words may have been mended since; how it counts may not, or bills of both could not be right. */
    private void keep(CatalogueFile file) {
        add(file);
        for (Meter meter : file.catalogue().meters()) {
            Meter known = meters.putIfAbsent(meter.id(), meter);
            if (known != null) {
                meter.reckoning().differsIn(known.reckoning()).ifPresent(entry -> {
                    throw file.source()
                            .wrong(
                                    "/meters/" + meter.id() + "/" + entry,
                                    "was another than that of the files; a meter never changes, so choose a new name.");
                });
            }
        }
    }

    private static Currency theOnlyCurrency(Collection<CatalogueFile> files) {
        if (files.isEmpty()) {
            throw new InvalidCatalogue("config/catalogues", "", "holds no catalogue.");
        }
        var first = files.iterator().next().catalogue().currency();
        for (CatalogueFile file : files) {
            var other = file.catalogue().currency();
            if (!other.equals(first)) {
                throw file.source()
                        .wrong(
                                "/currency",
                                other + " stands beside " + first
                                        + " of another catalogue; an installation sells in one currency.");
            }
        }
        return first;
    }
}
