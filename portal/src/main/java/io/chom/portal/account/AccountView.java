package io.chom.portal.account;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.chom.portal.formats.Language;
import io.chom.portal.live.Source;
import io.chom.portal.parts.Skeletons;
import io.chom.portal.shell.Screen;
import io.chom.portal.shell.SignedIn;
import io.chom.tenants.identity.Credentials;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;

/** Who the person is here, and with what they log in. */
@Route("account")
@PermitAll
final class AccountView extends Div implements HasDynamicTitle {

    private final transient Screen screen;

    AccountView(SignedIn signedIn, Credentials credentials, Clock clock) {
        var language = Language.of(UI.getCurrent());
        screen = new Screen(signedIn, language, clock, "account");
        addClassName("page");
        add(screen.live(
                Source.once(() -> credentials.mine().collectList()),
                Skeletons.rows(3),
                new AccountContent(language, signedIn)));
    }

    @Override
    public String getPageTitle() {
        return screen.title();
    }
}
