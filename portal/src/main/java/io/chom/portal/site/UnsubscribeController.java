package io.chom.portal.site;

import io.chom.portal.session.ServedBrand;
import io.chom.tenants.platform.Refused;
import io.chom.tenants.platform.mail.MailTexts;
import io.chom.tenants.platform.mail.Unsubscribing;
import io.chom.tenants.platform.mail.Unsubscribing.Wish;
import io.chom.theming.pages.QuestionPage;
import io.chom.theming.pages.QuestionPage.Question;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Locale;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import reactor.core.publisher.Mono;

/**
 * Where the holder of an address ends a kind of mail. Mail programs send the click themselves (RFC 8058); a person who
 * follows the link is asked first, as scanners follow links too.
 */
@Controller
class UnsubscribeController {

    private static final MediaType HTML = MediaType.parseMediaType("text/html;charset=utf-8");

    private final Unsubscribing unsubscribing;
    private final MailTexts texts;
    private final QuestionPage page = new QuestionPage();

    UnsubscribeController(Unsubscribing unsubscribing, MailTexts texts) {
        this.unsubscribing = unsubscribing;
        this.texts = texts;
    }

    @GetMapping(Unsubscribing.PATH)
    ResponseEntity<String> ask(
            HttpServletRequest request, @RequestParam(name = Unsubscribing.PARAMETER, defaultValue = "") String token) {
        ServedBrand served = ServedBrand.of(request);
        return unsubscribing
                .read(served.owner().reseller(), token)
                .map(wish -> answer(HttpStatus.OK, served, question(served, wish, token)))
                .orElseGet(() -> wrong(request.getLocale(), served));
    }

    @PostMapping(Unsubscribing.PATH)
    Mono<ResponseEntity<String>> leave(
            HttpServletRequest request, @RequestParam(name = Unsubscribing.PARAMETER, defaultValue = "") String token) {
        ServedBrand served = ServedBrand.of(request);
        Locale asked = request.getLocale();
        return unsubscribing
                .leave(served.owner().reseller(), token)
                .map(wish -> answer(
                        HttpStatus.OK,
                        served,
                        told("leave.done", wish.language(), wish.address().value())))
                .onErrorResume(Refused.class, refused -> Mono.just(wrong(asked, served)));
    }

    private Question question(ServedBrand served, Wish wish, String token) {
        Locale language = texts.nearest(wish.language());
        return new Question(
                language,
                texts.say(language, "leave.title"),
                texts.say(
                        language,
                        "leave.text",
                        wish.address().value(),
                        served.look().brand().name()),
                texts.say(language, "leave.button"),
                URI.create(Unsubscribing.PATH + "?" + Unsubscribing.PARAMETER + "=" + token));
    }

    private Question told(String what, Locale wanted, Object... values) {
        Locale language = texts.nearest(wanted);
        return new Question(
                language,
                texts.say(language, what + ".title", values),
                texts.say(language, what + ".text", values),
                null,
                null);
    }

    private ResponseEntity<String> wrong(Locale asked, ServedBrand served) {
        return answer(
                HttpStatus.NOT_FOUND,
                served,
                told("leave.wrong", served.look().brand().languages().nearest(asked)));
    }

    private ResponseEntity<String> answer(HttpStatus status, ServedBrand served, Question question) {
        return ResponseEntity.status(status)
                .cacheControl(CacheControl.noStore())
                .contentType(HTML)
                .body(page.render(served.look().assets(), question));
    }
}
