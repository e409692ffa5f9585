package io.chom.tenants.tenancy.dns;

/** The kinds of records that a host needs. */
public enum RecordType {
    /** A text. */
    TXT,
    /** An alias. */
    CNAME,
    /** An IPv4 address. */
    A,
    /** An IPv6 address. */
    AAAA,
    /** Which certificate authorities may issue (RFC 8659). */
    CAA
}
