package io.chom.tenants.billing.alert;

import io.chom.tenants.billing.MeterPhrases;
import io.chom.tenants.billing.MeterUsage;
import io.chom.tenants.billing.UpgradeSaving;
import io.chom.tenants.catalog.Allowance;
import io.chom.tenants.catalog.Meter;
import io.chom.tenants.catalog.Pricing;
import io.chom.tenants.platform.mail.MailFigures;
import io.chom.tenants.platform.mail.MailTexts;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The sentences of mails about what is used, in each language. */
@Component
class AlertWords {

    private final MailTexts texts;

    AlertWords(MailTexts texts) {
        this.texts = texts;
    }

    /** What a meter is called. */
    String name(Meter meter, Locale language) {
        return MeterPhrases.name(meter, language);
    }

    /** A quantity with its unit: "1,240 GB". */
    String quantity(BigDecimal quantity, Meter meter, Locale language) {
        return MeterPhrases.quantity(quantity, meter, language);
    }

    /** What is included: "500 GB", or "20 jobs a day". */
    String allowance(MeterUsage usage, Locale language) {
        var quantity = quantity(usage.allowance().included(), usage.meter(), language);
        return switch (usage.allowance().per()) {
            case MONTH -> quantity;
            case DAY -> texts.tokened(language, "quantity.day", quantity);
        };
    }

    /** What it means that so much is used: what comes next, what it costs, and what could be done. */
    String meaning(MeterUsage usage, Optional<UpgradeSaving> saving, Locale language) {
        boolean isReached = usage.level() == MeterUsage.Level.REACHED;
        var enforcement = usage.allowance().enforcement();
        var meaning = texts.tokened(
                language,
                "meaning." + (isReached ? "reached." : "near.")
                        + enforcement.name().toLowerCase(Locale.ROOT));
        var parts = List.of(meaning, price(usage, language), isReached ? saving(saving, language) : "");
        return parts.stream().filter(part -> !part.isEmpty()).collect(Collectors.joining(" "));
    }

    private String price(MeterUsage usage, Locale language) {
        var pricing = usage.allowance().overage();
        if (pricing == null || usage.allowance().enforcement() != Allowance.Enforcement.METERED) {
            return "";
        }
        var first = pricing.charges(BigDecimal.ONE).getFirst();
        var costs = texts.tokened(
                language,
                pricing instanceof Pricing.PerUnit || pricing instanceof Pricing.Packages
                        ? "price.same"
                        : "price.tiers",
                quantity(first.size(), usage.meter(), language),
                new MailFigures(language)
                        .price(first.price().amount(), first.price().currency()));
        return usage.overageCost().minor() == 0
                ? costs
                : costs + " "
                        + texts.tokened(
                                language,
                                "price.so-far",
                                quantity(usage.overage(), usage.meter(), language),
                                new MailFigures(language).money(usage.overageCost()));
    }

    private String saving(Optional<UpgradeSaving> saving, Locale language) {
        return saving.map(one -> texts.tokened(
                        language, "saving", one.plan().name(), new MailFigures(language).money(one.saved())))
                .orElse("");
    }

    /** How a summary tells of one meter: "Storage: 8 GB of 10 GB". */
    String line(MeterUsage usage, Locale language) {
        return texts.tokened(
                language,
                "quantity.of",
                name(usage.meter(), language),
                quantity(usage.used(), usage.meter(), language),
                allowance(usage, language));
    }
}
