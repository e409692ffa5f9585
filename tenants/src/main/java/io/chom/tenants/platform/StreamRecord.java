package io.chom.tenants.platform;

/**
 * One record of a stream.
 *
 * @param tenant whose it is; also the key that orders and places it
 * @param reseller owner of the brand of that tenant
 * @param payload JSON in UTF-8
 */
public record StreamRecord(TenantId tenant, TenantId reseller, byte[] payload) {}
