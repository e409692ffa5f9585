package io.chom.portal.plans;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import io.chom.portal.formats.Language;
import io.chom.portal.formats.TermWords;
import io.chom.portal.parts.OfferCard;
import io.chom.portal.parts.Refusal;
import io.chom.portal.parts.Segments;
import io.chom.portal.parts.StatePanel;
import io.chom.tenants.billing.Bought;
import io.chom.tenants.billing.PlanStep;
import io.chom.tenants.billing.Quote;
import io.chom.tenants.billing.Subscription;
import io.chom.tenants.catalog.Catalogues;
import io.chom.tenants.catalog.Plan;
import io.chom.tenants.catalog.Term;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The plans side by side, the one that is had among them, and above them what is about to change. */
final class PlansContent implements StatePanel.Content<PlansWork.Page> {

    private final Language language;
    private final PlansWork work;
    private final Catalogues catalogues;
    private final Refusal refusal;
    private final Paragraph none;
    private final Paragraph renewal = new Paragraph();
    private final Segments terms;
    private final Div notice = new Div();
    private final Div quoted = new Div();
    private final Div cards = new Div();
    private final PauseCard pause;
    private final EndCard end;
    private final Div all;
    private @Nullable Quote shown;
    private PlansWork.@Nullable Page page;
    private Optional<Term> chosen = Optional.empty();
    private List<Object> drawn = List.of();

    PlansContent(Language language, PlansWork work, Catalogues catalogues) {
        this.language = language;
        this.work = work;
        this.catalogues = catalogues;
        refusal = new Refusal(language);
        none = new Paragraph(language.say("plans.none"));
        pause = new PauseCard(language, work);
        end = new EndCard(language, work);
        cards.addClassName("columns");
        quoted.addClassName("bare");
        terms = new Segments(language.say("plans.term"), this::choose);
        all = new Div(refusal, none, renewal, notice, quoted, terms, cards, pause, end);
        all.addClassName("stack");
    }

    @Override
    public void show(PlansWork.Page found) {
        refusal.show(found.refusal());
        none.setVisible(found.bought().isEmpty());
        notice(found);
        quote(found.quote().orElse(null));
        page = found;
        terms(found);
        cards(found);
        pause.show(found.pause());
        end.show(
                found.bought()
                        .filter(bought -> bought.subscription().endsOn() == null)
                        .map(bought -> bought.renewsOn(found.now()).minusDays(1)),
                isTried(found) ? "plans.trial.end.why" : isYear(found) ? "plans.end.why.year" : "plans.end.why");
    }

    /** Only what is another: a question that somebody is asked stays until it is answered. */
    private void cards(PlansWork.Page found) {
        var today = found.now().truncatedTo(ChronoUnit.DAYS);
        List<Object> now = List.of(found.bought(), found.onSale(), found.isNewTo(), chosen, today);
        if (!now.equals(drawn)) {
            drawn = now;
            draw(found);
        }
    }

    private void draw(PlansWork.Page found) {
        cards.removeAll();
        found.bought().filter(bought -> !found.onSale().contains(bought.sold())).ifPresent(this::held);
        found.onSale().forEach(plan -> card(found, plan));
    }

    /** Where anything is sold by the year, people choose by what they compare; at first by what they have. */
    private void terms(PlansWork.Page found) {
        boolean isChoice = found.onSale().stream().anyMatch(plan -> plan.isSoldBy(Term.YEAR));
        terms.setVisible(isChoice);
        if (isChoice && terms.chosen().isEmpty()) {
            var words = new LinkedHashMap<String, String>();
            words.put(Term.MONTH.word(), language.say("plans.term.month"));
            words.put(Term.YEAR.word(), language.say("plans.term.year"));
            terms.offer(words, found.bought().map(Bought::term).map(Term::word));
        }
        chosen = terms.chosen().map(Term::of);
    }

    private void choose(String term) {
        chosen = Optional.of(Term.of(term));
        if (page != null) {
            cards(page);
        }
    }

    private Term term(Plan plan) {
        return chosen.filter(plan::isSoldBy).orElse(Term.MONTH);
    }

    private static boolean isYear(PlansWork.Page found) {
        return found.bought().map(bought -> bought.term() == Term.YEAR).orElse(false);
    }

    private void notice(PlansWork.Page found) {
        notice.removeAll();
        notice.setVisible(false);
        renewal.setVisible(false);
        found.bought().ifPresent(bought -> {
            LocalDate endsOn = bought.subscription().endsOn();
            if (endsOn != null) {
                var words = language.say(
                        isTried(found) ? "plans.trial.ends" : "plans.ends",
                        language.formats().date(endsOn.minusDays(1)));
                notice(words, new Button(language.say("plan.keep"), event -> work.goOn()));
            } else if (bought.pause(found.now()).isPresent()) {
                bought.pause(found.now())
                        .map(one -> new PauseNotice(language, work).of(bought, one, found.now()))
                        .ifPresent(this::notice);
            } else if (isTried(found)) {
                notice(tried(bought, found.now()));
            } else {
                bought.upcoming(found.now())
                        .ifPresentOrElse(step -> upcoming(bought, step), () -> renewal(bought, found.now()));
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
        return language.say(
                "plans.trial",
                bought.sold().name(),
                language.formats().date(trial.until().minusDays(1)),
                language.count("usage.days-left", trial.daysLeft(now)),
                new TermWords(language).price(bought.sold(), bought.term()));
    }

    private void renewal(Bought bought, Instant now) {
        var day = language.formats().date(bought.renewsOn(now));
        renewal.setText(language.say(
                bought.term() == Term.YEAR ? "plans.renews.year" : "plans.renews.month",
                bought.sold().name(),
                day,
                new TermWords(language).price(bought.sold(), bought.term())));
        renewal.setVisible(true);
    }

    private void upcoming(Bought bought, PlanStep step) {
        var words = language.say(
                "plans.upcoming",
                step.term() == bought.term()
                        ? step.plan().name()
                        : new TermWords(language).name(step.plan(), step.term()),
                language.formats().date(step.from()));
        notice(words, new Button(language.say("plans.stay", bought.plan().name()), event -> work.stay()));
    }

    private void notice(String words, Component... ways) {
        var text = new Span(words);
        text.addClassName("grow");
        notice(Stream.concat(Stream.of(text), Stream.of(ways)));
    }

    private void notice(Stream<? extends Component> parts) {
        notice.addClassNames("advice", "confirmation");
        parts.forEach(notice::add);
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

    private void held(Bought bought) {
        cards.add(
                OfferCard.of(language, bought.sold(), bought.term(), catalogues).active());
    }

    private void card(PlansWork.Page found, Plan plan) {
        var term = term(plan);
        var card = OfferCard.of(language, plan, term, catalogues);
        var had = found.bought().orElse(null);
        if (plan.trialDays() > 0 && found.isNewTo().contains(plan.catalogue())) {
            card.trial(plan.trialDays(), work.paidFrom(plan, found.now()));
        }
        if (had == null) {
            cards.add(card.offer(() -> work.buy(plan, term)));
        } else if (had.sold().equals(plan) && had.term() == term) {
            cards.add(card.active());
        } else if (isOpen(found)) {
            cards.add(card.more(way(had, plan, term), () -> work.look(plan, term)));
        } else {
            cards.add(card);
        }
    }

    private static boolean isOpen(PlansWork.Page found) {
        return found.bought()
                .map(bought -> bought.subscription().endsOn() == null
                        && bought.pause(found.now()).isEmpty())
                .orElse(true);
    }

    private String way(Bought had, Plan plan, Term term) {
        if (had.term() != term) {
            return language.say("plans.switch", new TermWords(language).name(plan, term));
        }
        if (had.sold().slug().equals(plan.slug())) {
            return language.say("plans.renewed", plan.name());
        }
        boolean isDearer = had.sold().price(term).compareTo(plan.price(term)) < 0;
        return language.say(isDearer ? "plans.dearer" : "plans.cheaper", plan.name());
    }

    @Override
    public Component component() {
        return all;
    }
}
