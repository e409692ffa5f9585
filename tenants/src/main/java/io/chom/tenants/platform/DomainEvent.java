package io.chom.tenants.platform;

/** Something that happened in a module and that others may react to. Named in the past tense; a plain record. */
public interface DomainEvent {

    /** Stable name on the wire, such as {@code tenancy.domain-verified}. */
    String type();
}
