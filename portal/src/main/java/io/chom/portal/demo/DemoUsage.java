package io.chom.portal.demo;

import io.chom.portal.demo.DemoWorld.Customer;
import io.chom.tenants.catalog.Allowance;
import io.chom.tenants.catalog.MeterId;
import io.chom.tenants.catalog.Plan;
import io.chom.tenants.usage.UsageEventInput;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The events of a demo customer: the same for the same day whenever it is asked, so that sending them again changes
 * nothing and a later start only adds the days that are missing.
 */
final class DemoUsage {

    /** Days of history that a fresh demo shows. */
    static final int DAYS = 90;

    /** Days of the period over which the traffic share is reached. */
    private static final int DAYS_IN_PERIOD = 23;

    private static final int PARTS_OF_DAY = 4;

    /** What the names of its sites begin with, one after the other over the day. */
    private static final List<String> SITES = List.of("www.", "shop.", "blog.");

    private final Customer customer;
    private final Plan plan;

    DemoUsage(Customer customer, Plan plan) {
        this.customer = customer;
        this.plan = plan;
    }

    /** All events of the last {@link #DAYS} days that lie before now, oldest first. */
    List<UsageEventInput> until(Instant now) {
        if (customer.usage().equals(DemoWorld.Shape.NONE)) {
            return List.of();
        }
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        return IntStream.rangeClosed(0, DAYS)
                .mapToObj(back -> today.minusDays(DAYS - back))
                .flatMap(this::onDay)
                .filter(event -> event.time() != null && event.time().isBefore(now))
                .toList();
    }

    private Stream<UsageEventInput> onDay(LocalDate day) {
        // Stored data grows over a month and is tidied at its end.
        double growth = 0.85 + 0.15 * day.getDayOfMonth() / day.lengthOfMonth();
        Stream<UsageEventInput> levels = Stream.of(
                level("sites", customer.usage().sites(), day, 1, 0),
                level("storage_gb", customer.usage().storage(), day, growth, 2));
        Stream<UsageEventInput> traffic = IntStream.range(0, PARTS_OF_DAY).mapToObj(part -> traffic(day, part));
        return Stream.concat(levels, traffic);
    }

    private UsageEventInput level(String meter, int share, LocalDate day, double growth, int decimals) {
        BigDecimal quantity = included(meter)
                .multiply(BigDecimal.valueOf(share * growth / 100))
                .setScale(decimals, RoundingMode.HALF_UP);
        return event(meter, day, 0, quantity, null);
    }

    private UsageEventInput traffic(LocalDate day, int part) {
        double weekend = day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0 ? 0.62 : 1.14;
        double chance = 0.75 + random(day, part).nextDouble() * 0.5;
        BigDecimal quantity = included("bandwidth_gb")
                .multiply(BigDecimal.valueOf(
                        customer.usage().bandwidth() / 100.0 / DAYS_IN_PERIOD / PARTS_OF_DAY * weekend * chance))
                .setScale(3, RoundingMode.HALF_UP);
        return event(
                "bandwidth_gb", day, part, quantity, SITES.get(part % SITES.size()) + customer.slug() + ".example");
    }

    private UsageEventInput event(String meter, LocalDate day, int part, BigDecimal quantity, @Nullable String site) {
        Instant time = day.atTime(1 + part * 24 / PARTS_OF_DAY, 0).toInstant(ZoneOffset.UTC);
        return UsageEventInput.of("demo-" + meter + "-" + day + "-" + part, new MeterId(meter), quantity, time, site);
    }

    private SplittableRandom random(LocalDate day, int part) {
        return new SplittableRandom(customer.slug().hashCode() * 1_000_003L + day.toEpochDay() * PARTS_OF_DAY + part);
    }

    private BigDecimal included(String meter) {
        return plan.allowance(new MeterId(meter)).map(Allowance::included).orElse(BigDecimal.ZERO);
    }
}
