package io.chom.portal.plans;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import io.chom.portal.formats.Language;
import io.chom.portal.parts.OfferCard;
import io.chom.portal.parts.Refusal;
import io.chom.portal.parts.StatePanel;
import io.chom.tenants.billing.Bought;
import io.chom.tenants.billing.PlanStep;
import io.chom.tenants.billing.Quote;
import io.chom.tenants.billing.Subscription;
import io.chom.tenants.catalog.Catalogues;
import io.chom.tenants.catalog.Plan;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The plans side by side, the one that is had among them, and above them what is about to change. */
final class PlansContent implements StatePanel.Content<PlansWork.Page> {

    private final Language language;
    private final PlansWork work;
    private final Catalogues catalogues;
    private final Refusal refusal;
    private final Paragraph none;
    private final Div notice = new Div();
    private final Div quoted = new Div();
    private final Div cards = new Div();
    private final EndCard end;
    private final Div page;
    private @Nullable Quote shown;

    PlansContent(Language language, PlansWork work, Catalogues catalogues) {
        this.language = language;
        this.work = work;
        this.catalogues = catalogues;
        refusal = new Refusal(language);
        none = new Paragraph(language.say("plans.none"));
        end = new EndCard(language, work);
        cards.addClassName("columns");
        quoted.addClassName("bare");
        page = new Div(refusal, none, notice, quoted, cards, end);
        page.addClassName("stack");
    }

    @Override
    public void show(PlansWork.Page found) {
        refusal.show(found.refusal());
        none.setVisible(found.bought().isEmpty());
        notice(found);
        quote(found.quote().orElse(null));
        cards.removeAll();
        found.bought()
                .map(Bought::sold)
                .filter(plan -> !found.onSale().contains(plan))
                .ifPresent(this::held);
        found.onSale().forEach(plan -> card(found, plan));
        end.show(
                found.bought()
                        .filter(bought -> bought.subscription().endsOn() == null)
                        .map(bought -> bought.period(found.now()).until().minusDays(1)),
                isTried(found));
    }

    private void notice(PlansWork.Page found) {
        notice.removeAll();
        notice.setVisible(false);
        found.bought().ifPresent(bought -> {
            LocalDate endsOn = bought.subscription().endsOn();
            if (endsOn != null) {
                var words = language.say(
                        isTried(found) ? "plans.trial.ends" : "plans.ends",
                        language.formats().date(endsOn.minusDays(1)));
                notice(words, new Button(language.say("plan.keep"), event -> work.goOn()));
            } else if (isTried(found)) {
                notice(tried(bought, found.now()));
            } else {
                bought.upcoming(found.now()).ifPresent(step -> upcoming(bought, step));
            }
        });
    }

    private static boolean isTried(PlansWork.Page found) {
        return found.bought()
                .map(bought -> bought.subscription().status(found.now()) == Subscription.Status.TRIALING)
                .orElse(false);
    }

    private String tried(Bought bought, Instant now) {
        var trial = bought.period(now);
        var price = language.formats().money(bought.sold().price());
        return language.say(
                "plans.trial",
                bought.sold().name(),
                language.formats().date(trial.until().minusDays(1)),
                language.count("usage.days-left", trial.daysLeft(now)),
                language.say("plan.price", price));
    }

    private void upcoming(Bought bought, PlanStep step) {
        var words = language.say(
                "plans.upcoming", step.plan().name(), language.formats().date(step.from()));
        notice(words, new Button(language.say("plans.stay", bought.plan().name()), event -> work.stay()));
    }

    private void notice(String words, Component... ways) {
        var text = new Span(words);
        text.addClassName("grow");
        notice.addClassNames("advice", "confirmation");
        notice.add(text);
        notice.add(ways);
        notice.setVisible(true);
    }

    private void quote(@Nullable Quote quote) {
        if (!Objects.equals(quote, shown)) {
            shown = quote;
            quoted.removeAll();
            if (quote != null) {
                var card = new QuoteCard(language, catalogues, quote, () -> work.agree(quote), work::leave);
                quoted.add(card);
                card.focus();
            }
        }
        quoted.setVisible(quote != null);
    }

    private void held(Plan plan) {
        cards.add(OfferCard.of(language, plan, catalogues).active());
    }

    private void card(PlansWork.Page found, Plan plan) {
        var card = OfferCard.of(language, plan, catalogues);
        var had = found.bought().map(Bought::sold).orElse(null);
        if (plan.trialDays() > 0 && found.isNewTo().contains(plan.catalogue())) {
            card.trial(plan.trialDays(), work.paidFrom(plan, found.now()));
        }
        if (had == null) {
            cards.add(card.offer(() -> work.buy(plan)));
        } else if (had.equals(plan)) {
            cards.add(card.active());
        } else if (isOpen(found)) {
            cards.add(card.more(way(had, plan), () -> work.look(plan)));
        } else {
            cards.add(card);
        }
    }

    private static boolean isOpen(PlansWork.Page found) {
        return found.bought()
                .map(bought -> bought.subscription().endsOn() == null)
                .orElse(true);
    }

    private String way(Plan had, Plan plan) {
        if (had.slug().equals(plan.slug())) {
            return language.say("plans.renewed", plan.name());
        }
        return language.say(had.price().compareTo(plan.price()) < 0 ? "plans.dearer" : "plans.cheaper", plan.name());
    }

    @Override
    public Component component() {
        return page;
    }
}
