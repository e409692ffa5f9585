package io.chom.tenants.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chom.tenants.platform.Acting;
import io.chom.tenants.platform.Actor;
import io.chom.tenants.platform.Refused;
import io.chom.tenants.platform.TenantContext;
import io.chom.tenants.support.Acme;
import io.chom.tenants.support.As;
import io.chom.tenants.support.Nimbus;
import io.chom.tenants.support.TenantIsolationContract;
import io.chom.tenants.support.TenantsTest;
import io.chom.theming.Brand;
import io.chom.theming.Color;
import io.chom.theming.Corners;
import io.chom.theming.DemoBrands;
import io.chom.theming.Look;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Publisher;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Mono;

@TenantsTest
class BrandStudioTest extends TenantIsolationContract {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Brand ACME = DemoBrands.acme();
    private static final Look SHARP = look("#6d3df5");

    @Autowired
    BrandStudio studio;

    @Autowired
    Brands brands;

    @Autowired
    BrandDrafts drafts;

    @Override
    public String table() {
        return "tenancy.brand_draft";
    }

    @Override
    public Publisher<?> write() {
        return TenantContext.require().flatMap(acting -> drafts.save(acting, new BrandDraft(ACME, 0)));
    }

    @AfterEach
    void nothing_stays_behind() {
        for (Acting acting : List.of(Acme.RESELLER, Acme.BAKERY, Nimbus.STUDIO)) {
            As.all(
                    transactions,
                    acting,
                    database.sql("delete from tenancy.brand_draft where tenant_id = platform.tenant()")
                            .fetch()
                            .rowsUpdated()
                            .flux());
        }
        as(Acme.RESELLER, brands.publish(ACME));
    }

    @Test
    void what_is_worked_on_is_worn_by_nobody_until_it_is_published() {
        Brand worn = as(Acme.RESELLER, brands.publish(ACME)).brand();
        BrandDraft first = as(Acme.RESELLER, studio.draft());
        assertThat(first.isChanged()).isFalse();
        assertThat(first.brand()).isEqualTo(worn);

        BrandDraft saved = as(Acme.RESELLER, studio.save(first.with(worn.withLook(SHARP))));
        BrandDraft again =
                as(Acme.RESELLER, studio.save(saved.with(saved.brand().withName("Acme Anew"))));

        assertThat(as(Acme.RESELLER, studio.draft())).isEqualTo(again);
        assertThat(brands.of(Acme.ID).brand()).isEqualTo(worn);

        var published = as(Acme.RESELLER, studio.publish(again.revision()));

        assertThat(brands.of(Acme.ID)).isEqualTo(published);
        assertThat(published.brand()).isEqualTo(again.brand());
        assertThat(as(Acme.RESELLER, studio.draft())).isEqualTo(new BrandDraft(again.brand(), 0));
    }

    @Test
    void whoever_comes_second_overwrites_nothing() {
        BrandDraft start = as(Acme.RESELLER, studio.draft());
        BrandDraft mine = as(Acme.RESELLER, studio.save(start.with(start.brand().withName("Mine"))));

        refused("brand.changed-elsewhere", studio.save(start.with(start.brand().withName("Theirs"))));
        refused("brand.changed-elsewhere", studio.publish(mine.revision() - 1));
        refused("brand.changed-elsewhere", studio.discard(mine.revision() - 1));
        assertThat(as(Acme.RESELLER, studio.draft())).isEqualTo(mine);

        as(Acme.RESELLER, studio.discard(mine.revision()));
        refused("brand.changed-elsewhere", studio.save(mine));
        refused("brand.changed-elsewhere", studio.publish(mine.revision()));
        assertThat(as(Acme.RESELLER, studio.draft()).isChanged()).isFalse();
    }

    @Test
    void an_accent_that_cannot_be_read_is_not_published_and_the_nearest_that_can_is_offered() {
        BrandDraft start = as(Acme.RESELLER, studio.draft());
        Brand pale = start.brand().withLook(look("#ffe9a8"));
        Color offered = BrandStudio.clashes(pale).getFirst().given();
        BrandDraft saved = as(Acme.RESELLER, studio.save(start.with(pale)));

        assertThatThrownBy(() -> as(Acme.RESELLER, studio.publish(saved.revision())))
                .isInstanceOf(Refused.class)
                .hasMessageContaining(offered.hex());
        assertThat(as(Acme.RESELLER, studio.draft())).as("nothing is half done").isEqualTo(saved);

        BrandDraft mended = as(Acme.RESELLER, studio.save(saved.with(pale.withLook(look(offered.hex())))));
        assertThat(as(Acme.RESELLER, studio.publish(mended.revision())).brand()).isEqualTo(mended.brand());
    }

    @Test
    void every_version_stays_and_can_be_worn_again() {
        var before = as(Acme.RESELLER, brands.publish(ACME));
        as(Acme.RESELLER, brands.publish(ACME.withLook(SHARP)));

        var restored = as(Acme.RESELLER, studio.restore(before.version()));

        assertThat(restored.version()).isEqualTo(before.version() + 2);
        assertThat(brands.of(Acme.ID).brand()).isEqualTo(before.brand());
        List<BrandVersion> history = as(Acme.RESELLER, studio.history().collectList());
        assertThat(history).extracting(BrandVersion::version).startsWith(restored.version(), before.version() + 1);
        assertThat(history.get(1).look()).isEqualTo(SHARP);
        assertThat(history.getFirst().name()).isEqualTo("Acme Hosting");
        assertThat(history.getFirst().publishedBy())
                .isEqualTo(Acme.RESELLER.actor().id());
        assertThat(history.getFirst().publishedAt()).isBetween(Instant.now().minusSeconds(60), Instant.now());
        refused("not-found", studio.restore(1_000_000));
    }

    @Test
    void only_owners_and_admins_of_a_brand_may() {
        var viewer = new Actor(Actor.Kind.PERSON, "acme|somebody", Set.of("viewer"));
        var reading = new Acting(Acme.ID, Acme.ID, viewer);
        for (Mono<?> wish : List.of(studio.draft(), studio.history().collectList(), studio.publish(1))) {
            assertThatThrownBy(() -> as(reading, wish)).isInstanceOf(Refused.class);
            assertThatThrownBy(() -> as(Acme.BAKERY, wish)).isInstanceOf(Refused.class);
        }
        BrandDraft acmes = as(Acme.RESELLER, studio.save(as(Acme.RESELLER, studio.draft())));
        assertThatThrownBy(() -> as(Nimbus.RESELLER, studio.publish(acmes.revision())))
                .isInstanceOf(Refused.class);
        assertThat(as(Nimbus.RESELLER, studio.history().collectList()))
                .extracting(BrandVersion::name)
                .doesNotContain("Acme Hosting");
    }

    private void refused(String code, Mono<?> wish) {
        assertThatThrownBy(() -> as(Acme.RESELLER, wish))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refusal -> assertThat(refusal.failure().code()).isEqualTo(code));
    }

    private static <T> T as(Acting acting, Mono<T> work) {
        return java.util.Objects.requireNonNull(
                work.contextWrite(TenantContext.as(acting)).block(PATIENCE));
    }

    private static Look look(String accent) {
        return ACME.look().withAccent(Color.of(accent)).withCorners(Corners.SHARP);
    }
}
