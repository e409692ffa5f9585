package io.chom.tenants.billing.alert;

import io.chom.tenants.billing.Estimate;
import io.chom.tenants.billing.Invoice;
import io.chom.tenants.billing.InvoiceId;
import io.chom.tenants.billing.LineItem;
import io.chom.tenants.billing.MeterUsage;
import io.chom.tenants.billing.Period;
import io.chom.tenants.billing.Settlement;
import io.chom.tenants.billing.SubscriptionId;
import io.chom.tenants.billing.UpgradeSaving;
import io.chom.tenants.billing.UsageForecast;
import io.chom.tenants.billing.UsageOverview;
import io.chom.tenants.catalog.Allowance;
import io.chom.tenants.catalog.Meter;
import io.chom.tenants.catalog.MeterId;
import io.chom.tenants.catalog.Plan;
import io.chom.tenants.catalog.Pricing;
import io.chom.tenants.platform.Money;
import io.chom.tenants.platform.TenantId;
import io.chom.tenants.platform.UnitPrice;
import io.chom.tenants.platform.mail.Mail;
import io.chom.tenants.platform.mail.MailTexts;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Mails about usage that tests read. */
public final class AlertMails {

    private static final Currency USD = Currency.getInstance("USD");
    private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
    private static final Period PERIOD =
            new Period(LocalDate.of(2026, 11, 1), LocalDate.of(2026, 12, 1), ZoneOffset.UTC);
    private static final AlertWords WORDS = new AlertWords(new MailTexts());
    private static final Meter SITES =
            new Meter(new MeterId("sites"), new Meter.Words("Sites", "sites", "site"), Meter.Aggregation.MAX, 0);
    private static final Meter STORAGE = new Meter(
            new MeterId("storage_gb"),
            new Meter.Words("Storage", "GB"),
            Meter.Aggregation.MAX,
            2,
            Map.of(Locale.GERMAN, new Meter.Words("Speicher", "GB")));
    private static final Pricing EACH = new Pricing.PerUnit(UnitPrice.of("0.05", USD));
    private static final Pricing TIERS =
            new Pricing.Graduated(List.of(new Pricing.Tier(null, UnitPrice.of("0.0125", USD), Money.zero(USD))));

    private AlertMails() {}

    /** One of each kind, and of each way in which an allowance can end. */
    public static List<Mail> of(String house) {
        var alert = new BudgetAlert(PERIOD.from(), 80, new Money(10_000, USD), new Money(8_125, USD), NOW);
        var reached = new BudgetAlert(PERIOD.from(), 100, new Money(10_000, USD), new Money(11_000, USD), NOW);
        var overview = overview(usage(STORAGE, Allowance.Enforcement.METERED, EACH, "88"));
        return Stream.concat(
                        Stream.of(
                                new BudgetMail(alert, PERIOD.until(), house),
                                new BudgetMail(reached, PERIOD.until(), house),
                                new WeekMail(overview, Optional.empty(), WORDS, house),
                                week(house),
                                new PeriodMail(invoice(), Optional.of(overview), WORDS, house),
                                new PeriodMail(invoice(), Optional.empty(), WORDS, house)),
                        Stream.of(
                                        usage(STORAGE, Allowance.Enforcement.METERED, EACH, "88"),
                                        usage(STORAGE, Allowance.Enforcement.METERED, TIERS, "112.5"),
                                        usage(SITES, Allowance.Enforcement.SOFT, null, "91"),
                                        usage(SITES, Allowance.Enforcement.HARD, null, "100"))
                                .map(usage -> allowance(usage, house)))
                .toList();
    }

    /** The one about 112.5 GB of the 100 GB of storage that are included, in tiers. */
    public static Mail storage(String house) {
        return allowance(usage(STORAGE, Allowance.Enforcement.METERED, TIERS, "112.5"), house);
    }

    /** Of a week after which the period is likely to cost $81.25, four of five times between $80.00 and $83.00. */
    static Mail week(String house) {
        var overview = overview(usage(STORAGE, Allowance.Enforcement.METERED, EACH, "88"));
        var likely = new UsageForecast(
                PERIOD.until().minusDays(1),
                List.of(),
                new Money(8_000, USD),
                new Money(8_125, USD),
                new Money(8_300, USD));
        return new WeekMail(overview, Optional.of(likely), WORDS, house);
    }

    private static Mail allowance(MeterUsage usage, String house) {
        var overview = overview(usage);
        var saving = new UpgradeSaving(overview.plan(), new Money(1_250, USD));
        return new AllowanceMail(usage.percent(), overview, usage, Optional.of(saving), WORDS, house);
    }

    private static MeterUsage usage(
            Meter meter, Allowance.Enforcement enforcement, @Nullable Pricing pricing, String used) {
        var included = new BigDecimal("100");
        var per = enforcement == Allowance.Enforcement.HARD ? Allowance.Per.DAY : Allowance.Per.MONTH;
        var overage = new BigDecimal(used).subtract(included).max(BigDecimal.ZERO);
        var cost = pricing == null ? Money.zero(USD) : pricing.cost(overage);
        var allowance = new Allowance(meter.id(), included, per, enforcement, pricing);
        return new MeterUsage(meter, allowance, new BigDecimal(used), overage, cost);
    }

    private static UsageOverview overview(MeterUsage usage) {
        var price = new Money(7_900, USD);
        var plan = new Plan("hosting", 1, "pro", "Pro", price, Set.of(), List.of(usage.allowance()));
        var line = new LineItem(LineItem.Kind.PLAN, "Pro", "Pro plan", "$79.00 a month", PERIOD, null, price);
        return new UsageOverview(plan, PERIOD, List.of(usage), new Estimate(List.of(line), price), NOW);
    }

    private static Invoice invoice() {
        return new Invoice(
                InvoiceId.next(),
                TenantId.next(),
                TenantId.next(),
                "HARBOUR-0007",
                SubscriptionId.next(),
                new Invoice.SoldPlan("hosting", 1, "pro"),
                PERIOD,
                new Money(7_900, USD),
                new Settlement(Invoice.Status.OPEN, null, null, Money.zero(USD), new Money(7_900, USD)),
                NOW,
                PERIOD.until());
    }
}
