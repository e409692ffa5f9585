package io.chom.portal.usage;

import io.chom.tenants.billing.Estimate;
import io.chom.tenants.billing.LineItem;
import io.chom.tenants.billing.MeterForecast;
import io.chom.tenants.billing.MeterUsage;
import io.chom.tenants.billing.Period;
import io.chom.tenants.billing.UsageForecast;
import io.chom.tenants.billing.UsageOverview;
import io.chom.tenants.catalog.Allowance;
import io.chom.tenants.catalog.Allowance.Enforcement;
import io.chom.tenants.catalog.Allowance.Per;
import io.chom.tenants.catalog.Meter;
import io.chom.tenants.catalog.MeterId;
import io.chom.tenants.catalog.Plan;
import io.chom.tenants.catalog.Pricing;
import io.chom.tenants.platform.Money;
import io.chom.tenants.platform.UnitPrice;
import io.chom.tenants.usage.DailyUsage;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;

/** Figures to look at and to test with. */
public final class UsageSamples {

    public static final Currency USD = Currency.getInstance("USD");
    public static final Instant NOW = Instant.parse("2026-11-21T12:04:31Z");

    private static final Meter SITES =
            new Meter(new MeterId("sites"), new Meter.Words("Sites", "sites", "site"), Meter.Aggregation.MAX, 0);
    private static final Meter STORAGE =
            new Meter(new MeterId("storage_gb"), new Meter.Words("Storage", "GB"), Meter.Aggregation.MAX, 2);
    private static final Meter BANDWIDTH =
            new Meter(new MeterId("bandwidth_gb"), new Meter.Words("Bandwidth", "GB"), Meter.Aggregation.SUM, 2);

    private UsageSamples() {}

    /** A customer in the middle of its period, with one meter near and one over its limit. */
    public static UsageOverview typical() {
        return overview("Pro", "7", "91.4", "1124.5", "1000");
    }

    /** A customer that has just begun. */
    public static UsageOverview empty() {
        return overview("Starter", "0", "0", "0", "100");
    }

    /** A plan with a long name and numbers of twelve digits. */
    public static UsageOverview heavy() {
        return overview(
                "Donaudampfschifffahrtsgesellschaft Unternehmenstarif Premium",
                "9",
                "83.25",
                "184467440737.95",
                "100000000000");
    }

    /** An overview of the three meters of hosting. */
    public static UsageOverview overview(String plan, String sites, String storage, String bandwidth, String included) {
        var meters = meters(sites, storage, bandwidth, included);
        var allowances = meters.stream().map(MeterUsage::allowance).toList();
        var base = Money.of("49.00", USD);
        var period = new Period(LocalDate.parse("2026-11-01"), LocalDate.parse("2026-12-01"), ZoneOffset.UTC);
        var lines = new ArrayList<LineItem>();
        lines.add(new LineItem(LineItem.Kind.PLAN, plan, plan + " plan", "$49.00 per month", period, null, base));
        meters.stream()
                .filter(usage -> usage.overageCost().minor() != 0)
                .forEach(usage -> lines.add(overage(usage, period)));
        var total = lines.stream().map(LineItem::amount).reduce(Money.zero(USD), Money::plus);
        return new UsageOverview(
                new Plan("hosting", 1, "pro", plan, base, Set.of(), allowances),
                period,
                meters,
                new Estimate(List.copyOf(lines), total),
                NOW);
    }

    /** Each meter with a twentieth more at the end, more or less a tenth of that; the bill as it stands, and at most a dollar more. */
    static UsageForecast forecast(UsageOverview overview) {
        var meters = overview.meters().stream().map(UsageSamples::ahead).toList();
        var bill = overview.estimate().total();
        var most = bill.plus(new Money(100, bill.currency()));
        return new UsageForecast(overview.period().until().minusDays(1), meters, bill, bill, most);
    }

    private static MeterForecast ahead(MeterUsage usage) {
        return new MeterForecast(
                usage,
                usage.used().multiply(new BigDecimal("1.045")),
                usage.used().multiply(new BigDecimal("1.05")),
                usage.used().multiply(new BigDecimal("1.055")));
    }

    private static LineItem overage(MeterUsage usage, Period period) {
        var charge = Objects.requireNonNull(usage.allowance().overage())
                .charges(usage.overage())
                .getFirst();
        return new LineItem(
                LineItem.Kind.OVERAGE,
                usage.meter().id().value(),
                usage.meter().name() + " overage",
                "a sentence for programs",
                period,
                new LineItem.Counted(usage.meter().id(), usage.allowance().included(), charge, true),
                charge.amount());
    }

    /** Usage of sites, storage and bandwidth. */
    public static List<MeterUsage> meters(String sites, String storage, String bandwidth, String included) {
        return List.of(
                usage(SITES, sites, "10", Enforcement.HARD),
                usage(STORAGE, storage, "100", Enforcement.SOFT),
                usage(BANDWIDTH, bandwidth, included, Enforcement.METERED));
    }

    private static MeterUsage usage(Meter meter, String used, String included, Enforcement enforcement) {
        var price = enforcement == Enforcement.METERED ? new Pricing.PerUnit(UnitPrice.of("0.05", USD)) : null;
        var allowance = new Allowance(meter.id(), new BigDecimal(included), Per.MONTH, enforcement, price);
        var overage = new BigDecimal(used).subtract(new BigDecimal(included)).max(BigDecimal.ZERO);
        var cost = price == null ? Money.zero(USD) : price.cost(overage);
        return new MeterUsage(meter, allowance, new BigDecimal(used), overage, cost);
    }

    /** Days of a meter, the same for the same meter, with two days of which nothing was told. */
    public static List<DailyUsage> days(MeterId meter, LocalDate from, LocalDate until) {
        var random = new Random(meter.value().hashCode());
        return from.datesUntil(until)
                .filter(day -> day.getDayOfMonth() != 4 && day.getDayOfMonth() != 5)
                .map(day -> new DailyUsage(day, quantity(meter, day.toEpochDay() - from.toEpochDay(), random)))
                .toList();
    }

    private static BigDecimal quantity(MeterId meter, long index, Random random) {
        double quantity = switch (meter.value()) {
            case "sites" -> Math.floor(4 + index / 8.0);
            case "storage_gb" -> 61 + index + random.nextDouble();
            default -> 34 + random.nextGaussian() * 6;
        };
        return BigDecimal.valueOf(quantity).setScale(2, RoundingMode.HALF_UP);
    }
}
