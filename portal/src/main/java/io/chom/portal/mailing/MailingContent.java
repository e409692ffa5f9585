package io.chom.portal.mailing;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import io.chom.portal.formats.Language;
import io.chom.portal.parts.Refusal;
import io.chom.portal.parts.StatePanel;
import io.chom.portal.shell.SignedIn;

/** The page once there is an answer: how mail is sent, the own address, and whom it does not reach. */
final class MailingContent implements StatePanel.Content<MailingPage> {

    private final Refusal refusal;
    private final SenderForm form;
    private final OwnAddress address;
    private final Unreached unreached;
    private final Div page;

    MailingContent(Language language, MailingWork work, SignedIn signedIn) {
        form = new SenderForm(language, work, signedIn);
        address = new OwnAddress(language, work);
        unreached = new Unreached(language, work);
        refusal = new Refusal(language);
        page = new Div(refusal, form, address, unreached);
        page.addClassName("stack");
    }

    @Override
    public void show(MailingPage found) {
        refusal.show(found.refusal());
        form.show(found.settings(), found.tried());
        address.show(found.own());
        unreached.show(found.suppressed());
    }

    @Override
    public Component component() {
        return page;
    }
}
