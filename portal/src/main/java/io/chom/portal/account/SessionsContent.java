package io.chom.portal.account;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import io.chom.portal.formats.Language;
import io.chom.portal.parts.Icon;
import io.chom.portal.parts.Placard;
import io.chom.portal.parts.StatePanel;
import io.chom.tenants.identity.SessionHandle;
import java.util.List;
import java.util.function.Consumer;

/** The list once it is there: this session, and the others with their ends. */
final class SessionsContent implements StatePanel.Content<List<OwnSession>> {

    private final Language language;
    private final SessionHandle here;
    private final Consumer<SessionHandle> end;
    private final Runnable endOthers;
    private final UnorderedList own = list();
    private final UnorderedList others = list();
    private final Paragraph count = new Paragraph();
    private final Span said = new Span();
    private final Button endAll;
    private final Placard none;
    private final Div page;

    SessionsContent(Language language, SessionHandle here, Consumer<SessionHandle> end, Runnable endOthers) {
        this.language = language;
        this.here = here;
        this.end = end;
        this.endOthers = endOthers;
        endAll = new Button(language.say("account.end-others"), Icon.LOG_OUT.create(), event -> endOthers());
        var home = new Anchor("", language.say("error.missing.next"));
        none = new Placard(Icon.CHECK, language.say("account.alone"), language.say("account.alone.why"), home);
        count.addClassName("muted");
        said.addClassName("unseen");
        said.getElement().setAttribute("role", "status");
        var elsewhere = new Div(new Div(new H2(language.say("account.others")), count), endAll);
        elsewhere.addClassName("card-head");
        page = new Div(card(new H2(language.say("account.here")), own), card(elsewhere, others, none), said);
        page.addClassName("stack");
    }

    private static UnorderedList list() {
        var list = new UnorderedList();
        list.addClassName("entries");
        return list;
    }

    private static Div card(Component... parts) {
        var card = new Div(parts);
        card.addClassName("card");
        return card;
    }

    @Override
    public void show(List<OwnSession> sessions) {
        own.removeAll();
        others.removeAll();
        sessions.forEach(session -> {
            if (session.handle().equals(here)) {
                own.add(new SessionLine(language, session));
            } else {
                others.add(new SessionLine(language, session, this::end));
            }
        });
        long elsewhere = others.getComponentCount();
        count.setText(elsewhere == 0 ? "" : language.count("account.others.count", elsewhere));
        endAll.setVisible(elsewhere > 0);
        others.setVisible(elsewhere > 0);
        none.setVisible(elsewhere == 0);
    }

    private void end(OwnSession session) {
        said.setText(language.say("account.ended"));
        end.accept(session.handle());
    }

    private void endOthers() {
        said.setText(language.say("account.others.ended"));
        endOthers.run();
    }

    @Override
    public Component component() {
        return page;
    }
}
