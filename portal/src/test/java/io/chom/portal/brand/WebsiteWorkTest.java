package io.chom.portal.brand;

import static org.assertj.core.api.Assertions.assertThat;

import io.chom.tenants.platform.Failure;
import io.chom.tenants.platform.Refused;
import io.chom.tenants.tenancy.website.SiteReading;
import io.chom.tenants.tenancy.website.SiteReading.Failed;
import io.chom.tenants.tenancy.website.SiteReading.Fetching;
import io.chom.tenants.tenancy.website.SiteReading.Step;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.test.publisher.TestPublisher;

class WebsiteWorkTest {

    private static final SiteReading START = new Fetching(Step.PAGE, 0, 1);

    private final List<String> asked = new ArrayList<>();
    private final TestPublisher<SiteReading> site = TestPublisher.create();
    private final WebsiteWork work = new WebsiteWork(typed -> {
        asked.add(typed);
        return site.flux();
    });

    @Test
    void it_reads_what_is_wanted_once_and_only_while_somebody_looks() {
        assertThat(page()).isEmpty();
        work.changes().subscribe().dispose();
        assertThat(asked).isEmpty();

        work.read("example.com");
        assertThat(page()).as("from the first moment").hasValue(START);
        Disposable looking = work.changes().subscribe();
        assertThat(asked).containsExactly("example.com");
        site.next(new Fetching(Step.PARTS, 2, 3));
        assertThat(page()).hasValue(new Fetching(Step.PARTS, 2, 3));

        looking.dispose();
        site.assertCancelled();
        assertThat(page()).isEmpty();
        work.changes().subscribe();
        assertThat(asked).hasSize(1);
    }

    @Test
    void what_was_found_stays_until_it_is_put_away() {
        work.read("example.com");
        Disposable looking = work.changes().subscribe();
        var end = new Failed("too-slow", "10", "The answer took longer than 10 seconds.");
        site.next(end).complete();
        looking.dispose();
        assertThat(page()).hasValue(end);
        work.stop();
        assertThat(page()).isEmpty();
    }

    @Test
    void a_refusal_and_an_outage_are_told_in_words() {
        var over = new Failure.LimitReached("website.an-hour", "Enough.", 20, Instant.EPOCH);
        assertThat(end(new Refused(over))).isEqualTo(new Failed("an-hour", "20", "Enough."));
        assertThat(end(new Refused(Failure.NotFound.of("page"))).code()).isEqualTo("refused");
        assertThat(end(new IllegalStateException("broken")).code()).isEqualTo("outage");
    }

    private static Failed end(Throwable error) {
        var failing = new WebsiteWork(typed -> Flux.error(error));
        failing.read("example.com");
        failing.changes().subscribe();
        return (Failed) Objects.requireNonNull(failing.page().block()).orElseThrow();
    }

    private Optional<SiteReading> page() {
        return Objects.requireNonNull(work.page().block());
    }
}
