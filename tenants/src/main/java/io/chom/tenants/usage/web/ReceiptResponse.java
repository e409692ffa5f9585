package io.chom.tenants.usage.web;

import io.chom.tenants.platform.Failure;
import io.chom.tenants.platform.Failure.Violation;
import io.chom.tenants.platform.Refused;
import io.chom.tenants.usage.Receipt;
import io.chom.tenants.usage.UsageEventId;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/**
 * What became of each event of a batch.
 *
 * @param accepted ids that are durable and will be counted, once
 * @param duplicates ids that had been sent before
 * @param rejected events that were not taken, with their place, code and reason
 */
@Schema(name = "Receipt")
record ReceiptResponse(List<String> accepted, List<String> duplicates, List<Receipt.Rejected> rejected) {

    /**
     * The receipt on the wire.
     *
     * @throws Refused when every event was rejected: then the whole call was wrong
     */
    static ReceiptResponse of(Receipt receipt) {
        if (receipt.accepted().isEmpty() && receipt.duplicates().isEmpty()) {
            throw new Refused(new Failure.Invalid(
                    "usage.nothing-accepted",
                    "None of the events was accepted; the reason of each is among the violations.",
                    receipt.rejected().stream().map(ReceiptResponse::violation).toList()));
        }
        return new ReceiptResponse(texts(receipt.accepted()), texts(receipt.duplicates()), receipt.rejected());
    }

    private static Violation violation(Receipt.Rejected rejected) {
        return new Violation("/" + rejected.index(), rejected.code(), rejected.detail());
    }

    private static List<String> texts(List<UsageEventId> ids) {
        return ids.stream().map(UsageEventId::value).toList();
    }
}
