package io.chom.tenants.catalog;

import io.chom.tenants.catalog.Pricing.Graduated;
import io.chom.tenants.catalog.Pricing.Packages;
import io.chom.tenants.catalog.Pricing.PerUnit;
import io.chom.tenants.catalog.Pricing.Tier;
import io.chom.tenants.catalog.Pricing.Volume;
import io.chom.tenants.platform.Money;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads what is paid for a quantity: one price of a unit, or the price of packages or of tiers. */
final class PricingReader {

    private static final List<String> SCHEMES = List.of("package", "graduated", "volume");

    private PricingReader() {}

    /** Of an allowance, where exactly one of {@code overage_price} and {@code overage} stands. */
    static Pricing overage(Field allowance, Tender tender) {
        Field scheme = allowance.at("overage");
        if (!scheme.present()) {
            return new PerUnit(tender.unitPrice(allowance.at("overage_price")));
        }
        if (allowance.at("overage_price").present()) {
            throw scheme.wrong("must not stand beside an overage_price: one of them is the price.");
        }
        return scheme(scheme.only(SCHEMES), tender);
    }

    private static Pricing scheme(Field field, Tender tender) {
        List<Field> found =
                SCHEMES.stream().map(field::at).filter(Field::present).toList();
        if (found.size() != 1) {
            throw field.wrong("must hold exactly one of " + String.join(", ", SCHEMES) + ".");
        }
        Field one = found.getFirst();
        return switch (one.name()) {
            case "package" -> packages(one.only(List.of("size", "price")), tender);
            case "graduated" -> tiered(one, tender, Graduated::new);
            default -> tiered(one, tender, Volume::new);
        };
    }

    private static Pricing packages(Field field, Tender tender) {
        Field size = field.at("size");
        if (size.quantity().signum() == 0) {
            throw size.wrong("must be more than zero.");
        }
        return new Packages(size.quantity(), tender.unitPrice(field.at("price")));
    }

    private static Pricing tiered(Field field, Tender tender, Function<List<Tier>, Pricing> scheme) {
        List<Tier> tiers = field.entries().map(one -> tier(one, tender)).toList();
        try {
            return scheme.apply(tiers);
        } catch (IllegalArgumentException e) {
            throw field.wrong("must rise, each tier up_to more than the one before; the last has no up_to.");
        }
    }

    private static Tier tier(Field field, Tender tender) {
        field.only(List.of("up_to", "price", "flat"));
        Field flat = field.at("flat");
        return new Tier(
                end(field.at("up_to")),
                tender.unitPrice(field.at("price")),
                flat.present() ? tender.money(flat) : Money.zero(tender.currency()));
    }

    private static @Nullable BigDecimal end(Field upTo) {
        return upTo.present() ? upTo.quantity() : null;
    }
}
