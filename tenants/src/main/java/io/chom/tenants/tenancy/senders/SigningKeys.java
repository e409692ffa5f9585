package io.chom.tenants.tenancy.senders;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.chom.tenants.platform.Seal;
import io.chom.tenants.platform.Seals;
import io.chom.tenants.platform.TenantId;
import io.chom.tenants.platform.mail.SigningKey;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Makes the keys that brand owners' mail is signed with, and seals each to its owner. */
@Component
class SigningKeys {

    /** What RFC 8301, section 3.2, wants of a signer. */
    private static final int BITS = 2048;

    private static final int SELECTOR_BYTES = 4;

    private final Seal seal;

    SigningKeys(Seals seals) {
        this.seal = seals.of("mail signing key");
    }

    /** A new key. Takes about a tenth of a second, on a thread that may. */
    Mono<SealedKey> make(TenantId owner) {
        return Mono.fromCallable(() -> {
                    var generator = KeyPairGenerator.getInstance("RSA");
                    generator.initialize(BITS);
                    return sealed(owner, generator.generateKeyPair());
                })
                .subscribeOn(Schedulers.boundedElastic());
    }

    /** The label is the key's own, so that a new key never stands where recipients remember an old one. */
    private SealedKey sealed(TenantId owner, KeyPair pair) throws GeneralSecurityException {
        byte[] open = pair.getPublic().getEncoded();
        byte[] print = MessageDigest.getInstance("SHA-256").digest(open);
        String selector = "m" + HexFormat.of().formatHex(print, 0, SELECTOR_BYTES);
        return new SealedKey(
                selector,
                Base64.getEncoder().encodeToString(open),
                seal.close(pair.getPrivate().getEncoded(), place(owner, selector)));
    }

    /** The key, ready to sign mail of a domain. */
    SigningKey open(TenantId owner, String domain, SealedKey key) {
        byte[] opened = seal.open(key.sealed(), place(owner, key.selector()))
                .orElseThrow(() -> new IllegalStateException(
                        "The signing key of " + owner + " was sealed with another chom.seal.key."));
        try {
            var secret = KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(opened));
            return new SigningKey(domain, key.selector(), secret);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The signing key of " + owner + " cannot be read.", e);
        }
    }

    private static byte[] place(TenantId owner, String selector) {
        return (owner + " " + selector).getBytes(UTF_8);
    }
}
