package io.chom.tenants.developer.web;

import io.chom.tenants.developer.IssuedKey;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A new key on the wire; the secret is missing when the request is repeated. */
@Schema(name = "IssuedKey")
record IssuedKeyBody(KeyBody key, @Nullable String secret) {

    static IssuedKeyBody of(IssuedKey issued) {
        return new IssuedKeyBody(KeyBody.of(issued.key()), issued.secret().reveal());
    }

    /** Never the secret: it would end in a log. */
    @Override
    public String toString() {
        return "IssuedKeyBody[" + key.id() + "]";
    }
}
