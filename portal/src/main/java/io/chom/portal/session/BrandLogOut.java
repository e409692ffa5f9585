package io.chom.portal.session;

import com.vaadin.flow.spring.security.UidlRedirectStrategy;
import org.springframework.security.oauth2.client.oidc.web.logout.OidcClientInitiatedLogoutSuccessHandler;
import org.springframework.stereotype.Component;

/** Ends the session at the identity provider too, and comes back to the brand's first page. */
@Component
class BrandLogOut extends OidcClientInitiatedLogoutSuccessHandler {

    BrandLogOut(BrandRegistrations registrations) {
        super(registrations);
        setPostLogoutRedirectUri("{baseUrl}/");
        setRedirectStrategy(new UidlRedirectStrategy());
    }
}
