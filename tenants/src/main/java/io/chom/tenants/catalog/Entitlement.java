package io.chom.tenants.catalog;

/** What a plan or a product gives besides quantities. Code asks for each by its name, so each is known here. */
public enum Entitlement {
    /** Customers of one's own, served under one's own brand. */
    RESELL
}
