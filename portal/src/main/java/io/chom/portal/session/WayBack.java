package io.chom.portal.session;

import com.vaadin.flow.spring.security.VaadinDefaultRequestCache;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.stereotype.Component;

/** Remembers where a visitor wanted to go before the log-in, and leads back there with nothing added to the address. */
@Component
class WayBack {

    WayBack(VaadinDefaultRequestCache wanted) {
        var inSession = new HttpSessionRequestCache();
        inSession.setMatchingRequestParameterName(null);
        wanted.setDelegateRequestCache(inSession);
    }
}
