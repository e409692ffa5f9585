package io.chom.tenants.tenancy.website;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.chom.tenants.platform.Failure;
import io.chom.tenants.platform.Refused;
import io.chom.tenants.platform.TenantId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** Counts how many websites each brand owner has this process read, and how many of them at this moment. */
@Component
@EnableConfigurationProperties(WebsiteProperties.class)
class WebsiteTurns {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final int MOST_OWNERS = 10_000;

    private final WebsiteProperties limits;
    private final Clock clock;
    private final Cache<TenantId, Book> books = Caffeine.newBuilder()
            .maximumSize(MOST_OWNERS)
            .expireAfterAccess(HOUR)
            .build();

    WebsiteTurns(WebsiteProperties limits, Clock clock) {
        this.limits = limits;
        this.clock = clock;
    }

    /**
     * Takes a turn, which has to be given back when it is over.
     *
     * @throws Refused {@code website.at-once} or {@code website.an-hour} when there is none
     */
    Turn take(TenantId owner) {
        return Objects.requireNonNull(books.get(owner, fresh -> new Book())).take();
    }

    /** The right to read one website. */
    interface Turn {

        void giveBack();
    }

    private final class Book {

        private final Deque<Instant> begun = new ArrayDeque<>();
        private int open;

        private synchronized Turn take() {
            Instant now = clock.instant();
            while (!begun.isEmpty() && !begun.getFirst().isAfter(now.minus(HOUR))) {
                begun.removeFirst();
            }
            if (open >= limits.atOnce()) {
                throw refused(
                        "website.at-once",
                        "A website is being read for you. Wait until that is done.",
                        now,
                        limits.atOnce());
            }
            if (begun.size() >= limits.anHour()) {
                throw refused(
                        "website.an-hour",
                        "You have had %d websites read within an hour. Try again later.".formatted(limits.anHour()),
                        begun.getFirst().plus(HOUR),
                        limits.anHour());
            }
            begun.addLast(now);
            open++;
            return this::giveBack;
        }

        private synchronized void giveBack() {
            open--;
        }
    }

    private static Refused refused(String code, String detail, Instant reset, int limit) {
        return new Refused(new Failure.LimitReached(code, detail, limit, reset));
    }
}
