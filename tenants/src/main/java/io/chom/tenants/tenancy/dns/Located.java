package io.chom.tenants.tenancy.dns;

/** Where the records of a host have to be looked for. */
sealed interface Located {

    /** In this zone. */
    record In(Zone zone) implements Located {}

    /**
     * Nowhere.
     *
     * @param fault why
     * @param where the name or the server that it shows at
     */
    record Nowhere(Fault fault, String where) implements Located {

        /** Whether it is a fact, and not only that nobody could be asked. */
        boolean isCertain() {
            return switch (fault) {
                case DOMAIN_NOT_FOUND, DELEGATION_MISSING, APEX_ALIAS, DNSSEC_BROKEN -> true;
                default -> false;
            };
        }
    }
}
