package io.chom.tenants.developer;

/**
 * A key at the one moment in which its secret is known.
 *
 * @param key what is kept of it
 * @param secret what its owner keeps
 */
public record IssuedKey(ApiKey key, KeySecret secret) {}
