package io.chom.tenants.usage.probe;

/**
 * Two figures that should be one.
 *
 * @param what which two, such as {@code hours of events}
 * @param tenant its slug
 * @param meter the meter
 * @param bucket the hour, the day or the invoice
 * @param expected what follows from what lies behind
 * @param found what stands there
 */
public record Difference(String what, String tenant, String meter, String bucket, String expected, String found) {

    @Override
    public String toString() {
        return "DIFFERS  %s: %s, %s, %s: expected %s, found %s".formatted(what, tenant, meter, bucket, expected, found);
    }
}
