package io.chom.tenants.tenancy.dns;

/** What can be wrong with the DNS of a host. Each has a sentence and a remedy in the texts of the portal. */
public enum Fault {
    /** The registrable domain does not exist: not registered, expired, or held back by its registry. */
    DOMAIN_NOT_FOUND,
    /** The registry knows the domain, but no name servers are entered for it. */
    DELEGATION_MISSING,
    /** A name server that the zone names does not serve it: it refuses, is not authoritative or has no address. */
    LAME_DELEGATION,
    /** A server gives no answer in time. */
    SERVER_SILENT,
    /** A server answers that it has failed (SERVFAIL). */
    SERVER_FAILURE,
    /** A name server's address is none of the public internet, so nobody outside can ask it. */
    SERVER_ADDRESS_PRIVATE,
    /** A server's answer cannot be read, or answers another question. */
    ANSWER_DAMAGED,
    /** Resolvers that validate DNSSEC reject the zone: signatures and chain of trust do not fit. */
    DNSSEC_BROKEN,
    /** Some of the zone's servers have the record, others still have an older version. */
    SERVERS_DISAGREE,
    /** A public resolver sees the record, the authoritative servers do not have it. */
    SPLIT_VIEW,
    /** The record is right, but resolvers keep the former answer for a while. */
    STILL_CACHED,
    /** A wildcard record of the zone answers, there is no record of the name's own. */
    WILDCARD_ANSWER,
    /** The name does not exist (NXDOMAIN). */
    NAME_NOT_FOUND,
    /** The name exists, but has no record of the needed type. */
    RECORD_MISSING,
    /** An alias stands where the TXT record belongs. */
    TXT_IS_ALIAS,
    /** The zone's name was appended once more, to the record's name or to its value. */
    DOUBLED_ZONE,
    /** The TXT record stands at the host itself. */
    TXT_AT_HOST,
    /** The TXT record stands below the zone instead of below the host. */
    TXT_AT_ZONE,
    /** A TXT record stands at the right name and says something else. */
    TXT_WRONG,
    /** The TXT record is of an earlier or another claim. */
    TXT_OUTDATED,
    /** The TXT record has the right value, damaged by quotes, spaces or letter case. */
    TXT_DAMAGED,
    /** Several TXT records stand at the name, and none of them is the right one. */
    TXT_SEVERAL,
    /** Addresses stand at the name that should be an alias (CNAME). */
    ADDRESS_INSTEAD_OF_ALIAS,
    /** The addresses at the zone's apex are not ours. */
    ADDRESS_WRONG,
    /** Our addresses and others stand beside each other, so that visitors arrive by chance. */
    ADDRESSES_MIXED,
    /** An alias (CNAME) stands at the zone's apex, where none may be. */
    APEX_ALIAS,
    /** The alias leads elsewhere. */
    ALIAS_WRONG,
    /** The aliases lead in a circle, or there are more than eight. */
    ALIAS_LOOP,
    /** The aliases end at a name without addresses. */
    ALIAS_DANGLING,
    /** A content delivery network or proxy stands before the host. */
    PROXY_IN_FRONT,
    /** The IPv6 addresses lead elsewhere, so that many visitors do not arrive. */
    IPV6_LEFTOVER,
    /** A CAA record of the host forbids our certificate authority. */
    CAA_FORBIDS,
    /** A CAA record of a parent forbids our certificate authority, and the host has none of its own. */
    CAA_INHERITED,
    /** The domain says nothing of who may send its mail. */
    SPF_MISSING,
    /** The domain has more than one SPF record, so that none counts. */
    SPF_SEVERAL,
    /** The SPF record does not lead to our servers before it ends. */
    SPF_WITHOUT_US,
    /** The SPF record asks for more than ten look-ups, so that recipients give up. */
    SPF_TOO_DEEP,
    /** The key in the DNS is another one. */
    DKIM_OTHER_KEY,
    /** The key in the DNS has lost its end, as happens where a text may have 255 characters only. */
    DKIM_CUT,
    /** The domain has no DMARC policy, which large providers expect. */
    DMARC_MISSING,
    /** The domain has more than one DMARC policy, so that none counts. */
    DMARC_SEVERAL
}
