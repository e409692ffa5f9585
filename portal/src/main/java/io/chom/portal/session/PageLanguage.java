package io.chom.portal.session;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import io.chom.portal.formats.Language;
import org.springframework.stereotype.Component;

/**
 * Every page is written for the locale that its browser asks for first, in the words of its brand, and says which language its words are in. Without
 * this, everybody would read the language of the machine that the program runs on.
 */
@Component
class PageLanguage implements VaadinServiceInitListener {

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().addUIInitListener(opened -> speak(opened.getUI(), VaadinRequest.getCurrent()));
        event.addIndexHtmlRequestListener(PageLanguage::mark);
    }

    static void speak(UI page, VaadinRequest request) {
        page.setLocale(asked(request).formats().locale());
        ServedBrand.find((VaadinServletRequest) request)
                .ifPresent(served -> Language.speakAs(served.look().brand(), page));
    }

    /** Numbers and dates follow the person's own locale, also where the words are English for want of better. */
    static void mark(IndexHtmlResponse page) {
        var language = asked(page.getVaadinRequest());
        page.getDocument()
                .selectFirst("html")
                .attr("lang", language.words().toLanguageTag())
                .attr("data-locale", language.formats().locale().toLanguageTag());
    }

    private static Language asked(VaadinRequest request) {
        return Language.of((VaadinServletRequest) request);
    }
}
