package io.chom.tenants.platform.mail;

import java.security.PrivateKey;

/**
 * A key that mail of a domain is signed with (DKIM, RFC 6376). Never printed.
 *
 * @param domain whose mail it signs
 * @param selector label under which recipients find its public half
 * @param key an RSA key
 */
public record SigningKey(String domain, String selector, PrivateKey key) {

    @Override
    public String toString() {
        return "(key " + selector + " of " + domain + ")";
    }
}
