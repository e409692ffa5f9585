package io.chom.tenants.platform.events;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.chom.tenants.platform.StreamRecord;
import io.chom.tenants.platform.TenantId;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import reactor.kafka.sender.SenderRecord;

/** The form of a {@link StreamRecord} on the wire: keyed by tenant, with tenant and reseller in headers. */
final class KafkaRecords {

    private static final String TENANT = "tenant";
    private static final String RESELLER = "reseller";

    private KafkaRecords() {}

    static SenderRecord<String, byte[], Integer> write(String topic, StreamRecord from) {
        var to = new ProducerRecord<>(topic, from.tenant().toString(), from.payload());
        to.headers().add(TENANT, bytes(from.tenant())).add(RESELLER, bytes(from.reseller()));
        return SenderRecord.create(to, 0);
    }

    /** Empty for a record that this program cannot have written. */
    static Optional<StreamRecord> read(ConsumerRecord<String, byte[]> from) {
        return tenant(from.headers(), TENANT)
                .flatMap(tenant -> tenant(from.headers(), RESELLER)
                        .flatMap(reseller -> Optional.ofNullable(from.value())
                                .map(payload -> new StreamRecord(tenant, reseller, payload))));
    }

    private static Optional<TenantId> tenant(Headers headers, String name) {
        Header header = headers.lastHeader(name);
        if (header == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(TenantId.of(new String(header.value(), US_ASCII)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static byte[] bytes(TenantId tenant) {
        return tenant.toString().getBytes(US_ASCII);
    }
}
