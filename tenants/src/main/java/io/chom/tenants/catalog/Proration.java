package io.chom.tenants.catalog;

/**
 * What a change to a dearer plan costs for the rest of the period in which it is made: of the year where both are paid by the
 * year, and then at once. A month that a year cuts short is paid for the days that it had, under each.
 */
public enum Proration {
    /** The difference for the days that are left, on an invoice of its own on the day of the change. */
    NOW,
    /** The difference for the days that are left, on the invoice of the period. */
    NEXT_INVOICE,
    /** The whole difference, on the invoice of the period. */
    FULL,
    /** Nothing: the new price counts from the next period. Whoever takes the cheaper plan again for that never pays it. */
    NONE
}
