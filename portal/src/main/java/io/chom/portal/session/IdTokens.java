package io.chom.portal.session;

import com.nimbusds.jwt.JWTParser;
import java.text.ParseException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.stereotype.Component;

/**
 * Reads ID tokens as OpenID Connect demands (RS256 by the realm's own keys; issuer, audience, times), and refuses two
 * more that would pass: one that is far larger than a realm's, before it is parsed, and one that is about nobody.
 */
@Component
class IdTokens implements JwtDecoderFactory<ClientRegistration> {

    /** A realm's tokens have about 1,500 characters. */
    private static final int LONGEST = 16_384;

    private final Map<String, JwtDecoder> decoders = new ConcurrentHashMap<>();

    @Override
    public JwtDecoder createDecoder(ClientRegistration registration) {
        JwtDecoder decoder = decoders.computeIfAbsent(registration.getRegistrationId(), id -> make(registration));
        return token -> decode(decoder, token);
    }

    /** As the framework makes it, but for a limit of the time in which the keys must come. */
    private static JwtDecoder make(ClientRegistration registration) {
        var decoder = NimbusJwtDecoder.withJwkSetUri(
                        registration.getProviderDetails().getJwkSetUri())
                .jwsAlgorithm(SignatureAlgorithm.RS256)
                .restOperations(ProviderRequests.keys())
                .build();
        decoder.setJwtValidator(JwtValidators.createDefaultWithValidators(new OidcIdTokenValidator(registration)));
        decoder.setClaimSetConverter(OidcIdTokenDecoderFactory.createDefaultClaimTypeConverter());
        return decoder;
    }

    private static Jwt decode(JwtDecoder decoder, String token) {
        if (token.length() > LONGEST) {
            throw new BadJwtException("The token is too long.");
        }
        Jwt decoded = decoder.decode(token);
        if (decoded.getSubject() == null || decoded.getSubject().isBlank()) {
            throw new BadJwtException("The token is about nobody.");
        }
        return decoded;
    }

    /** What a token says that was checked when it came and has been under seal since; it may have expired. */
    static OidcIdToken reread(String token) {
        try {
            Map<String, Object> said = OidcIdTokenDecoderFactory.createDefaultClaimTypeConverter()
                    .convert(JWTParser.parse(token).getJWTClaimsSet().getClaims());
            return OidcIdToken.withTokenValue(token)
                    .claims(all -> all.putAll(said))
                    .build();
        } catch (ParseException e) {
            throw new IllegalStateException("A token that was good is none any more", e);
        }
    }
}
