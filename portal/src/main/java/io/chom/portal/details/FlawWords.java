package io.chom.portal.details;

import io.chom.portal.formats.Language;
import io.chom.tenants.billing.details.Flaw;
import io.chom.tenants.billing.details.Flaw.Field;

/** What to do about a flaw. */
final class FlawWords {

    private FlawWords() {}

    static String of(Language language, Flaw flaw) {
        return switch (flaw.problem()) {
            case TOO_LONG ->
                language.say(
                        "details.too-long",
                        language.formats().number(flaw.field().longest()));
            case MISSING ->
                flaw.field() == Field.TAX_NUMBER || flaw.field() == Field.RATE
                        ? language.say("details." + AddressFields.key(flaw.field()) + ".missing")
                        : language.say("details.missing");
            case WRONG ->
                switch (flaw.field()) {
                    case VAT_ID, EMAIL, RATE -> language.say("details." + AddressFields.key(flaw.field()) + ".wrong");
                    default -> language.say("details.wrong");
                };
        };
    }
}
