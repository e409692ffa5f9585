package io.chom.tenants.catalog;

/**
 * Something that is counted.
 *
 * @param id its name on the wire
 * @param name its name for people, such as "Bandwidth"
 * @param unit what one of it is called, such as "GB" or "sites"
 * @param aggregation how a period's quantity comes out of its events
 * @param decimals fraction digits that people see, 0–6
 */
public record Meter(MeterId id, String name, String unit, Aggregation aggregation, int decimals) {

    /** How events become the quantity of a period. */
    public enum Aggregation {
        /** All quantities added: traffic. */
        SUM,
        /** The highest quantity: things that exist at a time, such as sites or stored data. */
        MAX
    }
}
