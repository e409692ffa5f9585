package io.chom.tenants.usage;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of each event of a batch; every event is in exactly one list.
 *
 * @param accepted are durable and will be counted, once. One that is still on its way from an earlier call may be
 *     here again instead of among the duplicates; it is counted once all the same
 * @param duplicates had been sent before, in this batch or earlier; nothing was changed
 * @param rejected were not taken, each with the reason
 */
public record Receipt(List<UsageEventId> accepted, List<UsageEventId> duplicates, List<Rejected> rejected) {

    public Receipt {
        accepted = List.copyOf(accepted);
        duplicates = List.copyOf(duplicates);
        rejected = List.copyOf(rejected);
    }

    /**
     * An event that was not taken.
     *
     * @param index its place in the batch, from 0
     * @param id as it was sent; null when it had none
     * @param code stable, such as {@code usage.unknown-meter}
     * @param detail one sentence that says what would be right
     */
    public record Rejected(int index, @Nullable String id, String code, String detail) {}
}
