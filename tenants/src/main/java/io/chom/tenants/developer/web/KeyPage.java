package io.chom.tenants.developer.web;

import io.chom.tenants.developer.ApiKey;
import io.chom.tenants.platform.Cursor;
import io.chom.tenants.platform.Page;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of keys on the wire. */
record KeyPage(List<KeyBody> items, @Nullable String next) {

    static KeyPage of(Page<ApiKey> page) {
        Cursor next = page.next();
        return new KeyPage(page.items().stream().map(KeyBody::of).toList(), next == null ? null : next.text());
    }
}
