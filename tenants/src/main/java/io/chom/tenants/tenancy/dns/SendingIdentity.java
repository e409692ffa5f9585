package io.chom.tenants.tenancy.dns;

/**
 * Who sends mail of a domain.
 *
 * @param throughUs whether the servers of this installation do, and not one of the domain's owner
 * @param selector label under which the key stands (RFC 6376, section 3.1)
 * @param publicKey of the key that signs, an RSA key as DER in Base64
 */
public record SendingIdentity(boolean throughUs, String selector, String publicKey) {

    /** What the record of the key says. */
    String keyRecord() {
        return "v=DKIM1; k=rsa; p=" + publicKey;
    }
}
