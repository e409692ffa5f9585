package io.chom.tenants.tenancy.senders;

/**
 * A key as it is kept.
 *
 * @param selector label under which its public half stands in the DNS
 * @param publicKey the public half, as DER in Base64
 * @param sealed the private half
 */
record SealedKey(String selector, String publicKey, byte[] sealed) {}
