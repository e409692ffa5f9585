package io.chom.tenants.catalog;

import io.chom.tenants.platform.Money;
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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is and was sold, read once when the program starts. Prices are public, so asking needs no right.
 *
 * <p>On sale is the highest version that a file has. Versions without a file were {@linkplain Publication published}
 * earlier: those who bought under one keep it, and nobody else gets it.
 *
 * <p>A catalogue may sell in several currencies, each plan and product at a price of its own in each. Nothing is ever reckoned
 * from one to another.
 */
public final class Catalogues {

    private final Map<String, TreeMap<Integer, Catalogue>> versions = new TreeMap<>();
    private final Map<String, Catalogue> onSale = new TreeMap<>();
    private final Map<MeterId, Meter> meters = new HashMap<>();

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
        if (versions.isEmpty()) {
            throw new InvalidCatalogue("config/catalogues", "", "holds no catalogue.");
        }
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

    /** The currency that a sum of nothing is told in: the main one of what brands sell, or of any catalogue without that. */
    public Currency currency() {
        var all = versions.values().stream().flatMap(one -> one.values().stream());
        return Stream.concat(storefronts(), Stream.concat(onSale.values().stream(), all))
                .findFirst()
                .orElseThrow()
                .currency();
    }

    /** The currencies that a catalogue is on sale in, the main one first; none when there is no such catalogue. */
    public List<Currency> currencies(String catalogue) {
        return onSale(catalogue).map(Catalogue::currencies).orElse(List.of());
    }

    /** The main currency of a version, which is the one it was sold in where nobody says another. */
    public Optional<Currency> currency(String catalogue, int version) {
        return version(catalogue, version).map(Catalogue::currency);
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

    /** Plans on sale in their main currency, from the smallest to the largest; none when there is no such catalogue. */
    public List<Plan> plans(String catalogue) {
        return onSale(catalogue).map(found -> found.main().plans()).orElse(List.of());
    }

    /** Plans on sale in a currency; none when the catalogue is not sold in it. */
    public List<Plan> plans(String catalogue, Currency currency) {
        return onSale(catalogue)
                .flatMap(found -> found.in(currency))
                .map(PriceList::plans)
                .orElse(List.of());
    }

    /** A plan on sale, in the main currency of its catalogue. */
    public Optional<Plan> plan(String catalogue, String slug) {
        return onSale(catalogue).flatMap(found -> found.main().plan(slug));
    }

    /** A plan on sale in a currency. */
    public Optional<Plan> plan(String catalogue, String slug, Currency currency) {
        return onSale(catalogue).flatMap(found -> found.in(currency)).flatMap(list -> list.plan(slug));
    }

    /**
     * Plans on sale that give this, the cheapest first; of a catalogue that does not sell in the currency, in its main one.
     */
    public List<Plan> plansWith(Entitlement entitlement, Currency currency) {
        return onSale.values().stream()
                .flatMap(found -> found.in(currency).orElse(found.main()).plans().stream())
                .filter(plan -> plan.entitlements().contains(entitlement))
                .sorted(Comparator.comparing(Plan::price, Money.EACH_CURRENCY))
                .toList();
    }

    /** A plan as it was sold under that version in its main currency. */
    public Optional<Plan> plan(String catalogue, int version, String slug) {
        return version(catalogue, version).flatMap(found -> found.main().plan(slug));
    }

    /** A plan as it was sold under that version in a currency. */
    public Optional<Plan> plan(String catalogue, int version, String slug, Currency currency) {
        return version(catalogue, version).flatMap(found -> found.in(currency)).flatMap(list -> list.plan(slug));
    }

    /**
     * The plans that are shown to visitors of a brand and sold to its customers, from the smallest to the largest; those of a
     * catalogue that does not sell in the currency, in its main one.
     */
    public List<Plan> storefront(Currency currency) {
        return storefronts()
                .flatMap(one -> one.in(currency).orElse(one.main()).plans().stream())
                .toList();
    }

    /** The currencies among which those who buy from a brand choose, the main ones first. */
    public List<Currency> storefrontCurrencies() {
        return Stream.concat(
                        storefronts().map(Catalogue::currency), storefronts().flatMap(one -> one.currencies().stream()))
                .distinct()
                .toList();
    }

    /** What a change to this plan costs for the rest of the period in which it is made, if it is the dearer one. */
    public Proration proration(Plan plan) {
        return version(plan.catalogue(), plan.version())
                .map(Catalogue::proration)
                .orElse(Proration.NEXT_INVOICE);
    }

    /** A product on sale, in the main currency of its catalogue. */
    public Optional<Product> product(String catalogue, String slug) {
        return onSale(catalogue).flatMap(found -> found.main().product(slug));
    }

    /** A product on sale in a currency, or in the main one of its catalogue where it is not sold in that. */
    public Optional<Product> product(String catalogue, String slug, Currency currency) {
        return onSale(catalogue)
                .flatMap(found -> found.in(currency).orElse(found.main()).product(slug));
    }

    /**
     * A product as it was sold under that version.
     *
     * @param currency in which; null for the main one of the version
     */
    public Optional<Product> product(String catalogue, int version, String slug, @Nullable Currency currency) {
        return version(catalogue, version)
                .flatMap(found -> currency == null ? Optional.of(found.main()) : found.in(currency))
                .flatMap(list -> list.product(slug));
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

    private Optional<Catalogue> onSale(String catalogue) {
        return Optional.ofNullable(onSale.get(catalogue));
    }

    private Stream<Catalogue> storefronts() {
        return onSale.values().stream().filter(Catalogue::isStorefront);
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
}
