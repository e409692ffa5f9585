package io.chom.tenants.platform.egress;

/** What came of asking for a web address. */
public sealed interface Fetched {

    /**
     * An answer, whole.
     *
     * @param at where it was in the end
     * @param contentType what the server calls it, in lower case with its parameters; empty if it does not say
     * @param bytes decompressed
     */
    record Document(WebAddress at, String contentType, byte[] bytes) implements Fetched {}

    /** None, and why. */
    record Nothing(FetchFault fault) implements Fetched {}
}
