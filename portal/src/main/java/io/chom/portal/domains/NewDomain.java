package io.chom.portal.domains;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import io.chom.portal.domains.DomainsPage.Offer;
import io.chom.portal.formats.Language;
import io.chom.tenants.catalog.Product;
import io.chom.tenants.tenancy.HostName;
import io.chom.tenants.tenancy.dns.LiveSite;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Adding a domain: type its name, see what it serves today and what it costs, confirm. */
final class NewDomain extends Composite<Div> {

    private final Language language;
    private final transient DomainsWork work;
    private final String fee;
    private final TextField host = new TextField();
    private final Button look;
    private final Div typing;
    private final Div offered = new Div();

    NewDomain(Language language, DomainsWork work, Optional<Product> fee) {
        this.language = language;
        this.work = work;
        this.fee = fee.map(product ->
                        language.say("domains.add.fee", language.formats().money(product.price())))
                .orElse("");
        host.setLabel(language.say("domains.add.host"));
        host.setPlaceholder(language.say("domains.add.example"));
        host.setHelperText(language.say("domains.add.hint"));
        host.setMaxLength(253);
        host.addKeyPressListener(Key.ENTER, event -> look());
        look = new Button(language.say("domains.add.look"), event -> look());
        look.addThemeVariants(ButtonVariant.PRIMARY);
        look.setDisableOnClick(true);
        typing = new Div(host, look);
        typing.addClassName("domain-new");
        offered.addClassName("domain-offer");
        getContent().addClassName("card");
        getContent().add(new H2(language.say("domains.add")), typing, offered);
    }

    private void look() {
        var typed = host.getValue().strip();
        boolean isName = HostName.isValid(typed) && typed.contains(".");
        host.setErrorMessage(language.say("domains.add.invalid"));
        host.setInvalid(!isName);
        look.setEnabled(!isName);
        if (isName) {
            work.look(HostName.of(typed));
        }
    }

    /** Shows the offer, or the way to one. */
    void show(Optional<Offer> offer) {
        look.setEnabled(true);
        typing.setVisible(offer.isEmpty());
        offered.setVisible(offer.isPresent());
        offered.removeAll();
        offer.ifPresent(this::draw);
    }

    private void draw(Offer offer) {
        host.clear();
        var name = new Paragraph(offer.host().value());
        name.addClassName("domain-host");
        offered.add(name, today(offer.site()));
        if (!fee.isEmpty()) {
            offered.add(new Paragraph(fee));
        }
        var add = new Button(language.say("domains.add.confirm"), event -> work.add(offer.host()));
        add.addThemeVariants(ButtonVariant.PRIMARY);
        add.setDisableOnClick(true);
        var leave = new Button(language.say("domains.add.cancel"), event -> work.leave());
        var decision = new Div(add, leave);
        decision.addClassName("filters");
        offered.add(decision);
    }

    private Div today(Optional<LiveSite> site) {
        var said = new Div();
        site.ifPresentOrElse(
                live -> {
                    said.addClassName("advice");
                    said.add(new Span(words(live)));
                },
                () -> {
                    said.addClassName("muted");
                    said.setText(language.say("domains.add.free"));
                });
        return said;
    }

    private String words(LiveSite site) {
        var served = Stream.concat(site.aliases().stream(), site.addresses().stream())
                .collect(Collectors.joining(", "));
        var web = served.isEmpty() ? "" : language.say("domains.add.live", served);
        var mail = site.mailServers().isEmpty()
                ? ""
                : language.say("domains.add.mail", String.join(", ", site.mailServers()));
        return (web + " " + mail).strip();
    }
}
