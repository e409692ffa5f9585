package io.chom.portal.session;

import com.vaadin.flow.spring.security.VaadinDefaultRequestCache;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.SimpleSavedRequest;
import org.springframework.stereotype.Component;

/** Remembers where a visitor wanted to go before the log-in, and leads back there with nothing added to the address. */
@Component
class WayBack {

    private static final String KEPT = "way-back";

    WayBack(VaadinDefaultRequestCache wanted) {
        var inSession = new HttpSessionRequestCache();
        inSession.setMatchingRequestParameterName(null);
        inSession.setSessionAttrName(KEPT);
        wanted.setDelegateRequestCache(inSession);
    }

    /** The log-in that begins with this request ends there. */
    static void leadTo(String path, HttpServletRequest request) {
        request.getSession().setAttribute(KEPT, new SimpleSavedRequest(path));
    }
}
