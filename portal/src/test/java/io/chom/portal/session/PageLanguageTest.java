package io.chom.portal.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.VaadinServletResponse;
import com.vaadin.flow.server.VaadinServletService;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import org.jsoup.nodes.Document;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** What a page of the application is told of the browser's languages: which words it carries, and whose formats. */
@ViewPackages(packages = "io.chom.portal.formats")
class PageLanguageTest extends BrowserlessTest {

    @ParameterizedTest
    @CsvSource({
        "'de-DE,de;q=0.9,en;q=0.8', de, de-DE",
        "'fr-CA,fr;q=0.9', fr, fr-CA",
        "es-MX, es, es-MX",
        "'pt-BR,de;q=0.5', en, pt-BR"
    })
    void a_page_says_the_language_of_its_words_and_has_the_locale_of_its_browser(
            String accepts, String words, String locale) {
        var service = (VaadinServletService) VaadinServletService.getCurrent();
        var sent = new MockHttpServletRequest();
        sent.addHeader("Accept-Language", accepts);
        var request = new VaadinServletRequest(sent, service);
        var page = Document.createShell("");
        page.selectFirst("html").attr("lang", "xx");

        PageLanguage.mark(new IndexHtmlResponse(
                request, new VaadinServletResponse(new MockHttpServletResponse(), service), page));
        PageLanguage.speak(UI.getCurrent(), request);

        assertThat(page.selectFirst("html").attr("lang")).isEqualTo(words);
        assertThat(page.selectFirst("html").attr("data-locale")).isEqualTo(locale);
        assertThat(UI.getCurrent().getLocale().toLanguageTag()).isEqualTo(locale);
    }
}
