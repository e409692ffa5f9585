package io.chom.tenants.billing.mirror;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.chom.tenants.billing.SubscriptionId;
import io.chom.tenants.platform.TenantId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A subscription of ours as the provider knows it.
 *
 * @param customer the provider's name for who bought
 * @param generation how often it was begun there, from 1
 * @param name the provider's; null until it has answered
 * @param told what it was last told; null until then
 * @param revision how often it was told something
 * @param toldEnd whether it was told of an end
 * @param isOver whether it has ended there
 */
record Mirrored(
        TenantId tenant,
        String customer,
        SubscriptionId subscription,
        int generation,
        @Nullable String name,
        @Nullable String told,
        int revision,
        boolean toldEnd,
        boolean isOver) {

    /** Under which it is begun: the same however often that is asked. */
    String key() {
        String all = "%s %s %s %d".formatted(tenant, customer, subscription, generation);
        return UUID.nameUUIDFromBytes(all.getBytes(UTF_8)).toString();
    }

    /** Under which it is told something next. */
    String nextKey() {
        return key() + "-" + (revision + 1);
    }
}
