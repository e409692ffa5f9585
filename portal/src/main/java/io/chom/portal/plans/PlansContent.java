package io.chom.portal.plans;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import io.chom.portal.formats.Language;
import io.chom.portal.formats.SeatWords;
import io.chom.portal.formats.TermWords;
import io.chom.portal.parts.CurrencySelect;
import io.chom.portal.parts.OfferCard;
import io.chom.portal.parts.Refusal;
import io.chom.portal.parts.Segments;
import io.chom.portal.parts.StatePanel;
import io.chom.tenants.billing.Bought;
import io.chom.tenants.billing.Quote;
import io.chom.tenants.catalog.Catalogues;
import io.chom.tenants.catalog.Plan;
import io.chom.tenants.catalog.Term;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The plans side by side, the one that is had among them, and above them what is about to change. */
final class PlansContent implements StatePanel.Content<PlansWork.Page> {

    private final Language language;
    private final PlansWork work;
    private final Catalogues catalogues;
    private final Refusal refusal;
    private final Paragraph none;
    private final CurrencySelect currency;
    private final Segments terms;
    private final PlanNotice notice;
    private final Div quoted = new Div();
    private final Div cards = new Div();
    private final PauseCard pause;
    private final EndCard end;
    private final Div all;
    private @Nullable Quote shown;
    private String focused = "";
    private PlansWork.@Nullable Page page;
    private Optional<Term> chosen = Optional.empty();
    private final Map<String, Integer> seats = new HashMap<>();
    private List<Object> drawn = List.of();

    PlansContent(Language language, PlansWork work, Catalogues catalogues) {
        this.language = language;
        this.work = work;
        this.catalogues = catalogues;
        refusal = new Refusal(language);
        none = new Paragraph(language.say("plans.none"));
        notice = new PlanNotice(language, work);
        pause = new PauseCard(language, work);
        end = new EndCard(language, work);
        cards.addClassName("columns");
        quoted.addClassName("bare");
        terms = new Segments(language.say("plans.term"), this::choose);
        currency = new CurrencySelect(language, work::show);
        all = new Div(refusal, none, notice, quoted, currency, terms, cards, pause, end);
        all.addClassName("stack");
    }

    @Override
    public void show(PlansWork.Page found) {
        refusal.show(found.refusal());
        none.setVisible(found.bought().isEmpty());
        notice.show(found);
        quote(found.quote().orElse(null));
        page = found;
        currency.show(found.currencies(), found.currency());
        terms(found);
        cards(found);
        pause.show(found.pause());
        end.show(
                found.bought()
                        .filter(bought -> bought.subscription().endsOn() == null)
                        .map(bought -> bought.renewsOn(found.now()).minusDays(1)),
                found.isTried() ? "plans.trial.end.why" : isYear(found) ? "plans.end.why.year" : "plans.end.why");
    }

    /** Only what is another: a question that somebody is asked stays until it is answered. */
    private void cards(PlansWork.Page found) {
        List<Object> now =
                List.of(found.bought(), found.onSale(), found.isNewTo(), chosen, Map.copyOf(seats), found.today());
        if (!now.equals(drawn)) {
            drawn = now;
            draw(found);
        }
    }

    private void draw(PlansWork.Page found) {
        cards.removeAll();
        found.bought()
                .filter(bought -> found.onSale().stream().noneMatch(plan -> isHad(bought, plan, bought.term())))
                .ifPresent(bought -> cards.add(held(found, bought, bought.sold())));
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

    /** What is had, and the way to another number of seats of it. */
    private OfferCard held(PlansWork.Page found, Bought bought, Plan same) {
        var plan = seated(found, same);
        var card = OfferCard.of(language, plan, bought.term(), catalogues).active();
        if (plan.seats() != null && isOpen(found)) {
            seats(card, plan);
            if (plan.seatCount() != bought.sold().seatCount()) {
                var count = new SeatWords(language).count(plan.seatCount());
                card.more(language.say("plans.seats.change", count), () -> work.look(plan.seatCount()));
            }
        }
        return card;
    }

    private void card(PlansWork.Page found, Plan onSale) {
        var term = term(onSale);
        var had = found.bought().orElse(null);
        if (had != null && isHad(had, onSale, term)) {
            cards.add(held(found, had, onSale));
            return;
        }
        var plan = seated(found, onSale);
        var card = OfferCard.of(language, plan, term, catalogues);
        if (plan.seats() != null && isOpen(found)) {
            seats(card, plan);
        }
        if (plan.trialDays() > 0 && found.isNewTo().contains(plan.catalogue())) {
            card.trial(plan.trialDays(), work.paidFrom(plan, found.now()));
        }
        if (had == null) {
            cards.add(card.offer(() -> work.buy(plan, term)));
        } else if (isOpen(found)) {
            cards.add(card.more(way(had, plan, term), () -> work.look(plan, term)));
        } else {
            cards.add(card);
        }
    }

    /** For as many as were chosen here, or are had, but one for each who is there. */
    private Plan seated(PlansWork.Page found, Plan plan) {
        int had = found.bought().map(bought -> bought.sold().seatCount()).orElse(0);
        return plan.seatedFor(seats.getOrDefault(key(plan), had == 0 ? found.people() : had));
    }

    private void seats(OfferCard card, Plan plan) {
        var field = card.seats(plan, count -> {
            seats.put(key(plan), count);
            focused = key(plan);
            if (page != null) {
                cards(page);
            }
        });
        if (key(plan).equals(focused)) {
            focused = "";
            field.focus();
        }
    }

    private static String key(Plan plan) {
        return plan.slug() + " " + plan.version();
    }

    /** Whether it is what is had, maybe in a later version that says the same of it. */
    private static boolean isHad(Bought had, Plan plan, Term term) {
        return had.term() == term && had.sold().saysTheSame(plan, term);
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
            return language.say("plans.renewed", new SeatWords(language).title(plan));
        }
        boolean isDearer = had.sold().price(term).compareTo(plan.price(term)) < 0;
        return language.say(isDearer ? "plans.dearer" : "plans.cheaper", plan.name());
    }

    @Override
    public Component component() {
        return all;
    }
}
