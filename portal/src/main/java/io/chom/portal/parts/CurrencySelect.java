package io.chom.portal.parts;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.server.VaadinRequest;
import io.chom.portal.formats.CurrencyChoice;
import io.chom.portal.formats.Language;
import io.chom.tenants.catalog.Catalogues;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Chooses the currency of prices, where there are several. The browser remembers the choice, also for the pages that
 * visitors of the brand see.
 */
public final class CurrencySelect extends Composite<Div> {

    private static final String REMEMBER = """
            document.cookie = $0 + '=' + $1 + ';path=/;max-age=' + $2 + ';samesite=lax'
                + (location.protocol === 'https:' ? ';secure' : '');
            """;

    private final Select<Currency> select = new Select<>();

    /**
     * One that is not seen yet.
     *
     * @param choose told when a person chooses
     */
    public CurrencySelect(Language language, Consumer<Currency> choose) {
        select.setLabel(language.say("plan.currency"));
        select.setItemLabelGenerator(one -> one.getCurrencyCode() + " – " + one.getDisplayName(language.words()));
        select.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                remember(event.getValue());
                choose.accept(event.getValue());
            }
        });
        getContent().add(select);
        setVisible(false);
    }

    /** The one in which somebody is shown prices who pays nothing yet: what was chosen in this browser, else that of where it is. */
    public static Currency preferred(UI ui, Catalogues catalogues) {
        List<Currency> sold = catalogues.storefrontCurrencies();
        if (sold.isEmpty()) {
            return catalogues.currency();
        }
        var request = VaadinRequest.getCurrent();
        return Optional.ofNullable(ComponentUtil.getData(ui, Currency.class))
                .filter(sold::contains)
                .or(() -> CurrencyChoice.remembered(request == null ? null : request.getCookies(), sold))
                .orElseGet(() -> CurrencyChoice.near(ui.getLocale(), sold));
    }

    /** Offers these, unless there is nothing to choose, and says in which of them prices are shown. */
    public void show(List<Currency> currencies, Currency shown) {
        setVisible(currencies.size() > 1);
        if (currencies.size() > 1 && !shown.equals(select.getValue())) {
            select.setItems(currencies);
            select.setValue(shown);
        }
    }

    private static void remember(Currency chosen) {
        var ui = UI.getCurrent();
        ComponentUtil.setData(ui, Currency.class, chosen);
        ui.getPage().executeJs(REMEMBER, CurrencyChoice.NAME, chosen.getCurrencyCode(), CurrencyChoice.REMEMBERED);
    }
}
