package io.chom.tenants.developer.calls;

/**
 * Where a day stands after a {@link Claim}.
 *
 * @param granted how many were given
 * @param used how many were let through in all processes, as far as they have said
 */
record Standing(long granted, long used) {

    static final Standing NOTHING = new Standing(0, 0);
}
