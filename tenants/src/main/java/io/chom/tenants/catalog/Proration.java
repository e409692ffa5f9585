package io.chom.tenants.catalog;

/** What a change to a dearer plan costs for the rest of the period in which it is made. */
public enum Proration {
    /** The difference for the days that are left, on the invoice of the period. */
    NEXT_INVOICE,
    /** The whole difference, on the invoice of the period. */
    FULL,
    /** Nothing: the new price counts from the next period. */
    NONE
}
