package io.chom.tenants.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chom.tenants.platform.Acting;
import io.chom.tenants.platform.Actor;
import io.chom.tenants.platform.Broadcast;
import io.chom.tenants.platform.Refused;
import io.chom.tenants.platform.TenantContext;
import io.chom.tenants.support.Acme;
import io.chom.tenants.support.As;
import io.chom.tenants.support.Nimbus;
import io.chom.tenants.support.TenantIsolationContract;
import io.chom.tenants.support.TenantsTest;
import io.chom.theming.DemoBrands;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Publisher;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Mono;

@TenantsTest
class BrandPreviewsTest extends TenantIsolationContract {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Autowired
    BrandPreviews previews;

    @Autowired
    PreviewLinks links;

    @Autowired
    BrandStudio studio;

    @Autowired
    Brands brands;

    @Autowired
    Broadcast broadcast;

    @Override
    public String table() {
        return "tenancy.brand_preview";
    }

    @Override
    public Publisher<?> write() {
        var link = new PreviewLink(
                PreviewKey.generate(new SecureRandom()), Instant.now().plusSeconds(3600));
        return TenantContext.require().flatMap(acting -> links.put(acting, link));
    }

    @AfterEach
    void nothing_stays_behind() {
        for (Acting acting : List.of(Acme.RESELLER, Acme.BAKERY, Nimbus.RESELLER, Nimbus.STUDIO)) {
            for (String table : List.of("tenancy.brand_preview", "tenancy.brand_draft")) {
                As.all(
                        transactions,
                        acting,
                        database.sql("delete from " + table + " where tenant_id = platform.tenant()")
                                .fetch()
                                .rowsUpdated()
                                .flux());
            }
        }
    }

    @Test
    void a_link_shows_the_draft_as_it_is_at_that_moment_and_the_worn_brand_while_there_is_none() {
        PreviewLink link = made(Acme.RESELLER, PreviewTime.DAY);
        assertThat(shown(Acme.RESELLER, link).brand())
                .isEqualTo(brands.of(Acme.ID).brand());

        BrandDraft draft = draft(Acme.RESELLER, "Acme Anew");
        assertThat(shown(Acme.RESELLER, link)).isEqualTo(new DraftPreview(draft.brand(), link.until()));

        as(Acme.RESELLER, studio.save(draft.with(DemoBrands.acme().withName("Acme Again"))));
        assertThat(shown(Acme.RESELLER, link).brand().name()).isEqualTo("Acme Again");
    }

    @Test
    void it_never_shows_the_draft_of_another_brand() {
        draft(Acme.RESELLER, "Acme in secret");
        draft(Nimbus.RESELLER, "Nimbus in secret");
        PreviewLink acmes = made(Acme.RESELLER, PreviewTime.DAY);
        assertThat(opened(previews, Nimbus.RESELLER, acmes.key())).isNull();

        PreviewLink nimbus = made(Nimbus.RESELLER, PreviewTime.DAY);
        assertThat(opened(previews, Nimbus.RESELLER, acmes.key())).isNull();
        assertThat(opened(previews, Acme.RESELLER, nimbus.key())).isNull();
        assertThat(opened(previews, Acme.BAKERY, acmes.key())).isNull();
        assertThat(shown(Acme.RESELLER, acmes).brand().name()).isEqualTo("Acme in secret");
        assertThat(shown(Nimbus.RESELLER, nimbus).brand().name()).isEqualTo("Nimbus in secret");
    }

    @Test
    void a_wrong_a_withdrawn_and_a_replaced_link_open_nothing() {
        PreviewLink first = made(Acme.RESELLER, PreviewTime.WEEK);
        assertThat(opened(previews, Acme.RESELLER, PreviewKey.generate(new SecureRandom())))
                .isNull();

        PreviewLink second = made(Acme.RESELLER, PreviewTime.HOUR);
        assertThat(opened(previews, Acme.RESELLER, first.key())).isNull();
        assertThat(as(Acme.RESELLER, previews.until())).isEqualTo(second.until());

        previews.withdraw().contextWrite(TenantContext.as(Acme.RESELLER)).block(PATIENCE);
        assertThat(opened(previews, Acme.RESELLER, second.key())).isNull();
        assertThat(previews.until()
                        .contextWrite(TenantContext.as(Acme.RESELLER))
                        .block(PATIENCE))
                .isNull();
    }

    @Test
    void a_link_ends_when_it_said() {
        for (PreviewTime time : PreviewTime.values()) {
            Instant before = Instant.now();
            PreviewLink link = made(Acme.RESELLER, time);
            assertThat(Duration.between(before, link.until()))
                    .isBetween(time.length().minusSeconds(1), time.length().plusSeconds(20));
            assertThat(opened(at(link.until().minusSeconds(1)), Acme.RESELLER, link.key()))
                    .isNotNull();
            assertThat(opened(at(link.until()), Acme.RESELLER, link.key())).isNull();
        }
    }

    @Test
    void only_the_hash_of_a_key_is_kept_and_no_text_tells_it() {
        PreviewLink link = made(Acme.RESELLER, PreviewTime.DAY);
        assertThat(link.toString()).doesNotContain(link.key().reveal());
        assertThat(PreviewKey.of(link.key().reveal()).orElseThrow().hash())
                .isEqualTo(link.key().hash());
        var kept = As.all(
                transactions,
                Acme.RESELLER,
                database.sql("select row_to_json(p)::text as kept from tenancy.brand_preview p")
                        .map(row -> String.valueOf(row.get("kept", String.class)))
                        .all());
        assertThat(kept).hasSize(1).noneMatch(row -> row.contains(link.key().reveal()));
    }

    @Test
    void what_cannot_be_a_key_is_none() {
        for (String text : List.of("", "x", "a".repeat(42), "a".repeat(44), "a".repeat(42) + "/", "ä".repeat(43))) {
            assertThat(PreviewKey.of(text)).as(text).isEmpty();
        }
    }

    @Test
    void only_owners_and_admins_of_a_brand_make_and_withdraw_links() {
        var viewer = new Acting(Acme.ID, Acme.ID, new Actor(Actor.Kind.PERSON, "acme|somebody", Set.of("viewer")));
        for (Mono<?> wish : List.of(previews.make(PreviewTime.DAY), previews.withdraw(), previews.until())) {
            for (Acting acting : List.of(viewer, Acme.BAKERY)) {
                assertThatThrownBy(() ->
                                wish.contextWrite(TenantContext.as(acting)).block(PATIENCE))
                        .isInstanceOf(Refused.class);
            }
        }
    }

    private BrandDraft draft(Acting acting, String name) {
        BrandDraft start = as(acting, studio.draft());
        return as(acting, studio.save(start.with(start.brand().withName(name))));
    }

    private PreviewLink made(Acting acting, PreviewTime time) {
        return as(acting, previews.make(time));
    }

    private DraftPreview shown(Acting owner, PreviewLink link) {
        return java.util.Objects.requireNonNull(opened(previews, owner, link.key()));
    }

    private BrandPreviews at(Instant now) {
        return new BrandPreviews(links, brands, transactions, broadcast, Clock.fixed(now, ZoneOffset.UTC));
    }

    /** Whoever has the link is nobody: there is no tenant around the question. */
    private static @Nullable DraftPreview opened(BrandPreviews previews, Acting owner, PreviewKey key) {
        return previews.open(owner.tenant(), key).block(PATIENCE);
    }

    private static <T> T as(Acting acting, Mono<T> work) {
        return java.util.Objects.requireNonNull(
                work.contextWrite(TenantContext.as(acting)).block(PATIENCE));
    }
}
