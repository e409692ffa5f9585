package io.chom.tenants.billing.discount;

import io.chom.tenants.platform.mail.Mail;
import io.chom.tenants.platform.mail.MailFigures;
import io.chom.tenants.platform.mail.MailValue;
import java.util.List;
import java.util.Locale;

/**
 * A discount waits for a decision, or there is one.
 *
 * @param discount which
 * @param step what was done: asked, approved or refused
 * @param words the reason, or the answer
 * @param house name of the organisation that decides, or that sells
 */
record DiscountDeskMail(Discount discount, DiscountStep.Kind step, String words, String house) implements Mail {

    @Override
    public String kind() {
        return "discount-" + step.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public List<MailValue> values() {
        return List.of(MailValue.of(discount.name()), percent(discount), MailValue.of(house));
    }

    @Override
    public List<MailValue> facts() {
        return List.of(MailValue.of(discount.name()), percent(discount), MailValue.of(words.isEmpty() ? "–" : words));
    }

    static MailValue percent(Discount discount) {
        return MailValue.in(language -> new MailFigures(language).percent(discount.percent()));
    }

    @Override
    public String place() {
        return "/app/requests";
    }
}
