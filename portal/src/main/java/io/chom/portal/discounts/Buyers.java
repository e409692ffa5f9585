package io.chom.portal.discounts;

import io.chom.tenants.platform.Cursor;
import io.chom.tenants.platform.Page;
import io.chom.tenants.tenancy.Tenant;
import io.chom.tenants.tenancy.TenantService;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Those to whom something is sold: a brand owner's customers, or the brand owners themselves.
 *
 * @param isPlatform whether the platform sells
 */
record Buyers(TenantService tenants, boolean isPlatform) {

    private static final int PAGE = 200;
    private static final int MOST_PAGES = 25;

    /** All of them, at most 5,000, by their short names. */
    Mono<List<Tenant>> all() {
        return page(null)
                .expand(page -> page.next() == null ? Mono.empty() : page(page.next()))
                .take(MOST_PAGES)
                .flatMapIterable(Page::items)
                .collectList();
    }

    private Mono<Page<Tenant>> page(@Nullable Cursor after) {
        return isPlatform ? tenants.resellers(after, PAGE) : tenants.customers(after, PAGE);
    }
}
