package io.chom.tenants.billing.stripe;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.stripe.exception.SignatureVerificationException;
import com.stripe.net.Webhook;
import io.chom.tenants.billing.payment.ProviderEvent;
import io.chom.tenants.platform.Failure;
import io.chom.tenants.platform.Refused;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.time.Clock;
import java.time.Duration;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads what Stripe tells (docs.stripe.com/webhooks, signatures), after Stripe's own library has checked the signature. Of
 * the object only its name is read, which has stood in the same place in every version of the API.
 */
final class StripeEvents {

    private static final Duration TOLERANCE = Duration.ofMinutes(5);
    private static final int LONGEST_HEADER = 4096;
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_]{1,255}");
    private static final Pattern TYPE = Pattern.compile("[a-z0-9_.]{1,255}");
    private static final Pattern MOMENT = Pattern.compile("(?:^|,)t=(\\d{1,12})(?=,|$)");

    private final StripeProperties properties;
    private final Clock clock;
    private final JsonMapper json = JsonMapper.shared();

    StripeEvents(StripeProperties properties, Clock clock) {
        this.properties = properties;
        this.clock = clock;
    }

    /** The event. @throws Refused if it is not Stripe's, not of this moment or not for us */
    ProviderEvent read(byte[] body, String signature) {
        if (signature.length() > LONGEST_HEADER || !isOfThisMoment(signature)) {
            throw unsigned();
        }
        String text = text(body);
        if (properties.webhookSecrets().stream().noneMatch(secret -> isSigned(text, signature, secret))) {
            throw unsigned();
        }
        return event(tree(text));
    }

    private ProviderEvent event(JsonNode event) {
        if (event.path("livemode").asBoolean(false) != properties.isLive()) {
            throw refused("The event is not of the mode, live or test, that is used here.");
        }
        var account = event.path("account").asString("");
        var object = event.path("data").path("object");
        return new ProviderEvent(
                matching(NAME, event.path("id")),
                matching(TYPE, event.path("type")),
                account.isEmpty() ? null : account,
                object.path("id").asString(""),
                object.path("metadata").path(StripePayments.PAYMENT).asString(""));
    }

    /** Signed by the library's rules. It looks at the time too, but of what is to come it lets an hour pass. */
    private boolean isSigned(String text, String signature, String secret) {
        try {
            return Webhook.Signature.verifyHeader(text, signature, secret, TOLERANCE.toSeconds(), clock);
        } catch (SignatureVerificationException | RuntimeException e) {
            return false;
        }
    }

    private boolean isOfThisMoment(String signature) {
        var moment = MOMENT.matcher(signature);
        return moment.find()
                && Math.abs(clock.instant().getEpochSecond() - Long.parseLong(moment.group(1)))
                        <= TOLERANCE.toSeconds();
    }

    /** Bytes that are no text would be signed as other ones. */
    private static String text(byte[] body) {
        try {
            return UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
        } catch (CharacterCodingException e) {
            throw unsigned();
        }
    }

    private JsonNode tree(String text) {
        try {
            return json.readTree(text);
        } catch (JacksonException e) {
            throw refused("An event is a JSON object.");
        }
    }

    private static String matching(Pattern pattern, JsonNode node) {
        var text = node.asString("");
        if (!pattern.matcher(text).matches()) {
            throw refused("An event has an id and a type.");
        }
        return text;
    }

    private static Refused unsigned() {
        return new Refused(
                Failure.Invalid.of("bad-signature", "The signature is not Stripe’s, or not of this moment."));
    }

    private static Refused refused(String detail) {
        return new Refused(Failure.Invalid.of("bad-event", detail));
    }
}
