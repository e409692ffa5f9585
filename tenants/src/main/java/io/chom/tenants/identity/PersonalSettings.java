package io.chom.tenants.identity;

import io.chom.tenants.platform.Acting;
import io.chom.tenants.platform.TenantContext;
import java.util.function.Function;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** What a person has chosen for themselves at a brand; it follows them to every browser and every organisation. */
@Service
public class PersonalSettings {

    private final Preferences preferences;
    private final Houses houses;
    private final TransactionalOperator transactions;

    PersonalSettings(Preferences preferences, Houses houses, TransactionalOperator transactions) {
        this.preferences = preferences;
        this.houses = houses;
        this.transactions = transactions;
    }

    /** The colours that the person has chosen, or empty. For logging in, when nobody acts yet; shows nobody's data. */
    public Mono<ColorChoice> colorOf(PersonId person) {
        return atHome(person, house -> preferences.color(house, person));
    }

    /** Remembers the colours for the acting person. Every person may, for themselves only. */
    public Mono<Void> choose(ColorChoice choice) {
        return PersonId.acting().flatMap(person -> atHome(person, house -> preferences.put(house, person, choice)));
    }

    private <T> Mono<T> atHome(PersonId person, Function<Acting, Mono<T>> work) {
        return houses.of(person.realm())
                .map(house -> Houses.acting(house.id()))
                .flatMap(house ->
                        work.apply(house).as(transactions::transactional).contextWrite(TenantContext.as(house)));
    }
}
