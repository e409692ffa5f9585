package io.chom.portal.client;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A person whose browser keeps cookies and goes where it is led, and who can fill in the form of a log-in. */
public final class Person {

    private static final Pattern FORM = Pattern.compile("action=\"([^\"]+)\"");
    private static final Pattern GONE = Pattern.compile(";\\s*max-age=0\\b", Pattern.CASE_INSENSITIVE);
    private static final int LONGEST_WAY = 12;

    private final Map<Integer, Map<String, String>> cookies = new LinkedHashMap<>();

    /**
     * Where an address has led to in the end.
     *
     * @param answer the first one that leads no further
     * @param steps how often it led to somewhere else before that
     */
    public record Arrival(URI at, Http.Answer answer, int steps) {}

    /**
     * Goes to an address and from there wherever it is sent.
     *
     * @throws IOException if there is no answer, or no end
     */
    public Arrival open(URI address) throws IOException {
        URI at = address;
        for (int steps = 0; steps < LONGEST_WAY; steps++) {
            Http.Answer answer =
                    keep(at, Http.get(at, cookies(Http.port(at)), "Accept: text/html", "Accept-Language: en"));
            if (answer.status() / 100 != 3) {
                return new Arrival(at, answer, steps);
            }
            at = at.resolve(answer.header("Location"));
        }
        throw new IOException("Led around in circles, last to " + at);
    }

    /**
     * Goes to an address that asks for a log-in, and logs in.
     *
     * @throws IOException if there is no form, or the address is not opened afterwards
     */
    public Arrival logIn(URI address, String email, String password) throws IOException {
        return enter(open(address), email, password);
    }

    /**
     * Fills in the form of a log-in and sends it.
     *
     * @throws IOException if that is no form, or nobody is let in by it
     */
    public Arrival enter(Arrival page, String email, String password) throws IOException {
        URI target = form(page);
        Http.Answer entered = keep(
                target,
                Http.post(
                        target,
                        "username=" + encoded(email) + "&password=" + encoded(password),
                        cookies(Http.port(target)),
                        "Content-Type: application/x-www-form-urlencoded"));
        if (entered.status() != 302) {
            throw new IOException("Not logged in: " + entered);
        }
        Arrival in = open(target.resolve(entered.header("Location")));
        if (in.answer().status() != 200) {
            throw new IOException("Not let in: " + in);
        }
        return in;
    }

    private static URI form(Arrival page) throws IOException {
        Matcher action = FORM.matcher(page.answer().body());
        if (!action.find()) {
            throw new IOException("No log-in form: " + page);
        }
        return page.at().resolve(action.group(1).replace("&amp;", "&"));
    }

    /** What the browser has for this port, as a header. */
    public String cookies(int port) {
        return "Cookie: "
                + at(port).entrySet().stream()
                        .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                        .collect(Collectors.joining("; "));
    }

    /** The value of a cookie; empty if there is none of this name. */
    public String cookie(int port, String name) {
        return at(port).getOrDefault(name, "");
    }

    /** Plants a cookie. */
    public void keep(int port, String name, String value) {
        at(port).put(name, value);
    }

    private Http.Answer keep(URI at, Http.Answer answer) {
        answer.headers("Set-Cookie").forEach(cookie -> {
            String pair = cookie.split(";")[0];
            int equals = pair.indexOf('=');
            if (GONE.matcher(cookie).find()) {
                at(Http.port(at)).remove(pair.substring(0, equals));
            } else {
                keep(Http.port(at), pair.substring(0, equals), pair.substring(equals + 1));
            }
        });
        return answer;
    }

    private Map<String, String> at(int port) {
        return cookies.computeIfAbsent(port, any -> new LinkedHashMap<>());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
