package io.chom.tenants.billing.metering;

import io.chom.tenants.usage.Span;
import io.chom.tenants.usage.UsageEventInput;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** What one customer used, as it is told by and by, and what that comes to by a reckoning of the test's own. */
final class History {

    static final List<String> METERS = List.of("bandwidth_gb", "sites");

    private static final int OLDEST_SECONDS = 34 * 86_400;

    private final Random random;
    private final Instant now;
    private final List<Used> used = new ArrayList<>();
    private int size;

    /** @param quantity as it counts by now */
    private record Used(String id, String meter, BigDecimal quantity, Instant time) {}

    History(Random random, Instant now) {
        this.random = random;
        this.now = now;
    }

    /** How many events were told. */
    int size() {
        return size;
    }

    /** Some more: new ones of any age, and now and then one that puts an earlier one right. */
    List<UsageEventInput> more() {
        int known = used.size();
        var events = new ArrayList<UsageEventInput>();
        for (int n = 2 + random.nextInt(4); n > 0; n--) {
            events.add(fresh());
        }
        if (known > 0 && random.nextBoolean()) {
            correction(random.nextInt(known)).ifPresent(events::add);
        }
        size += events.size();
        return events;
    }

    private UsageEventInput fresh() {
        var one = new Used(
                "e" + used.size(),
                METERS.get(random.nextInt(METERS.size())),
                quantity(),
                now.minusSeconds(random.nextInt(OLDEST_SECONDS)));
        used.add(one);
        return input(one.id(), one, null);
    }

    /** Each is put right once at most. */
    private Optional<UsageEventInput> correction(int at) {
        var was = used.get(at);
        if (was.id().startsWith("right")) {
            return Optional.empty();
        }
        var right = new Used("right-" + was.id(), was.meter(), quantity(), was.time());
        used.set(at, right);
        return Optional.of(input(right.id(), right, was.id()));
    }

    private static UsageEventInput input(String id, Used one, @Nullable String corrects) {
        return new UsageEventInput(id, one.meter(), one.quantity(), one.time(), null, Map.of(), corrects, List.of());
    }

    private BigDecimal quantity() {
        return BigDecimal.valueOf(random.nextInt(100_000), 2);
    }

    /** The sum of what was transferred, the most sites at once. */
    BigDecimal used(String meter, Span span) {
        return Objects.requireNonNull(used.stream()
                .filter(one -> one.meter().equals(meter) && span.covers(one.time()))
                .map(Used::quantity)
                .reduce(BigDecimal.ZERO, meter.equals("sites") ? BigDecimal::max : BigDecimal::add));
    }
}
