package io.chom.tenants.identity;

import io.chom.tenants.platform.Acting;
import io.chom.tenants.platform.Actor;
import io.chom.tenants.platform.Cursor;
import io.chom.tenants.platform.Page;
import io.chom.tenants.platform.Refused;
import io.chom.tenants.platform.TenantContext;
import io.chom.tenants.platform.TenantId;
import io.chom.tenants.tenancy.Slug;
import io.chom.tenants.tenancy.Tenant;
import io.chom.tenants.tenancy.TenantService;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The brand owners, each of which has a realm, as the jobs of this module see them. */
@Component
class Houses {

    private static final Actor JOB = Actor.job("identity");
    private static final int PAGE = 200;

    private final TenantService tenants;

    Houses(TenantService tenants) {
        this.tenants = tenants;
    }

    /** The platform and every reseller; nothing before the platform is founded. */
    Flux<Tenant> all() {
        return tenants.platform().flatMapMany(platform -> Flux.concat(Mono.just(platform), resellers(platform.id())));
    }

    private Flux<Tenant> resellers(TenantId platform) {
        return page(null)
                .expand(page -> page.next() == null ? Mono.empty() : page(page.next()))
                .flatMapIterable(Page::items)
                .contextWrite(TenantContext.as(acting(platform)));
    }

    private Mono<Page<Tenant>> page(@Nullable Cursor after) {
        return tenants.resellers(after, PAGE);
    }

    /** The brand owner with this id; empty for a customer and for nobody. */
    Mono<Tenant> find(TenantId id) {
        return tenants.platform()
                .flatMap(platform -> tenants.acting(id).contextWrite(TenantContext.as(acting(platform.id()))))
                .onErrorResume(Refused.class, e -> Mono.empty())
                .filter(Acting::isReseller)
                .flatMap(acting -> tenants.find(id).contextWrite(TenantContext.as(acting)));
    }

    /** The brand owner of a realm, or empty. */
    Mono<Tenant> of(RealmName realm) {
        return tenants.brandOwner(new Slug(realm.value()));
    }

    /** This module, at work for a brand owner. */
    static Acting acting(TenantId house) {
        return new Acting(house, house, JOB);
    }
}
