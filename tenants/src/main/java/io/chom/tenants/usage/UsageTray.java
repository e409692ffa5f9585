package io.chom.tenants.usage;

import io.chom.tenants.platform.Acting;
import io.chom.tenants.platform.Actor;
import io.chom.tenants.platform.Cursor;
import io.chom.tenants.platform.Page;
import io.chom.tenants.platform.TenantContext;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** The events of the acting tenant that were refused, for as long as they are kept. */
@Service
public final class UsageTray {

    /** Beyond this, how many there are is not counted. */
    public static final int MOST_COUNTED = 1_000;

    private static final Actor JOB = Actor.job("usage replay");
    private static final int LARGEST_PAGE = 200;
    private static final Instant NEWEST = Instant.parse("9999-12-31T00:00:00Z");

    private final Rejections rejections;
    private final UsageIngest ingest;
    private final UsageProperties properties;
    private final TransactionalOperator transactions;
    private final Clock clock;

    UsageTray(
            Rejections rejections,
            UsageIngest ingest,
            UsageProperties properties,
            TransactionalOperator transactions,
            Clock clock) {
        this.rejections = rejections;
        this.ingest = ingest;
        this.properties = properties;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Refused events, the latest first; needs {@code usage:read}.
     *
     * @param after where the page before ended, or null for the first
     * @param limit 1–200 items
     */
    public Mono<Page<RejectedEvent>> list(@Nullable Cursor after, int limit) {
        int most = Math.clamp(limit, 1, LARGEST_PAGE);
        Place place = Place.of(after);
        return UsageRights.reader()
                .flatMap(acting -> rejections
                        .after(acting.tenant(), place.at(), place.name(), most + 1)
                        .collectList())
                .as(transactions::transactional)
                .map(rows -> page(rows, most));
    }

    /** How many there are; needs {@code usage:read}. */
    public Mono<TraySize> size() {
        return UsageRights.reader()
                .flatMap(acting -> rejections.size(acting.tenant(), MOST_COUNTED))
                .as(transactions::transactional);
    }

    /** The one with this id; needs {@code usage:read}. Empty if none was refused, or it was taken since. */
    public Mono<RejectedEvent> find(UsageEventId id) {
        return UsageRights.reader()
                .flatMap(acting -> rejections.find(acting.tenant(), id))
                .as(transactions::transactional);
    }

    /**
     * Sends refused events through again, as if they came now: what is taken leaves the tray. At most as many as a batch has,
     * those that were refused longest ago first; needs {@code usage:write}, or {@code owner} or {@code admin}.
     */
    public Mono<Replayed> replay() {
        return Mono.defer(() -> {
            Instant before = clock.instant().truncatedTo(ChronoUnit.MICROS);
            return UsageRights.replayer().flatMap(acting -> replay(acting, before));
        });
    }

    private Mono<Replayed> replay(Acting acting, Instant before) {
        return rejections
                .whole(acting.tenant(), before, properties.batch())
                .map(Rejections.Kept::input)
                .collectList()
                .as(transactions::transactional)
                .flatMap(inputs -> inputs.isEmpty()
                        ? Mono.just(new Replayed(0, 0, 0))
                        : ingest.accept(inputs).flatMap(receipt -> settle(acting, receipt, before)))
                .contextWrite(TenantContext.as(new Acting(acting.tenant(), acting.reseller(), JOB)));
    }

    private Mono<Replayed> settle(Acting acting, Receipt receipt, Instant before) {
        var taken = Stream.concat(receipt.accepted().stream(), receipt.duplicates().stream())
                .toList();
        return rejections
                .forget(acting.tenant(), taken)
                .then(rejections.whole(acting.tenant(), before, MOST_COUNTED).count())
                .map(left -> new Replayed(taken.size(), receipt.rejected().size(), left))
                .as(transactions::transactional);
    }

    private static Page<RejectedEvent> page(List<Rejections.Kept> rows, int most) {
        boolean isLast = rows.size() <= most;
        var shown = isLast ? rows : rows.subList(0, most);
        return new Page<>(
                shown.stream().map(Rejections.Kept::event).toList(), isLast ? null : Place.after(shown.getLast()));
    }

    /** Where a row stands in the list. */
    private record Place(Instant at, String name) {

        static Place of(@Nullable Cursor after) {
            if (after == null) {
                return new Place(NEWEST, "");
            }
            String[] key = after.key().split(" ", 2);
            try {
                return Stream.of(new Place(Instant.parse(key[0]), key[1]))
                        .filter(Place::isPlausible)
                        .findFirst()
                        .orElseThrow(Cursor::unknown);
            } catch (DateTimeException | ArrayIndexOutOfBoundsException e) {
                throw Cursor.unknown();
            }
        }

        /** What the database can compare with. */
        private boolean isPlausible() {
            return at.isAfter(Instant.EPOCH) && at.isBefore(NEWEST) && Texts.isPrintable(name, 200);
        }

        static Cursor after(Rejections.Kept row) {
            return Cursor.after(row.event().refusedAt() + " " + row.name());
        }
    }
}
