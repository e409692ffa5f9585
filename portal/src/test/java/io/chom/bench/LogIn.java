package io.chom.bench;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A person who logs in at the identity provider of the brand, without a browser. */
final class LogIn {

    private static final Pattern FORM = Pattern.compile("action=\"([^\"]+)\"");

    private final Map<Integer, Map<String, String>> cookies = new LinkedHashMap<>();

    private LogIn() {}

    /** The session cookie of the portal, as a header. */
    static String at(int port, String brand, String email, String password) throws IOException {
        var person = new LogIn();
        URI form = person.follow(URI.create("http://" + brand + ".localhost:" + port + "/app"));
        person.enter(form, email, password);
        return person.header(port);
    }

    private Http.Answer last = new Http.Answer(java.util.List.of(), "");

    private URI follow(URI address) throws IOException {
        URI at = address;
        for (int steps = 0; steps < 12; steps++) {
            last = Http.get(at.getPort(), at.getAuthority(), path(at), header(at.getPort()));
            keep(at.getPort());
            if (last.status() / 100 != 3) {
                return at;
            }
            at = at.resolve(last.header("Location"));
        }
        throw new IOException("Led around in circles, last to " + at);
    }

    private void enter(URI form, String email, String password) throws IOException {
        Matcher action = FORM.matcher(last.body());
        if (!action.find()) {
            throw new IOException("No log-in form at " + form + ": " + last);
        }
        URI target = form.resolve(action.group(1).replace("&amp;", "&"));
        String body = "username=" + encoded(email) + "&password=" + encoded(password);
        last = Http.post(
                target.getPort(),
                target.getAuthority(),
                path(target),
                body,
                header(target.getPort()),
                "Content-Type: application/x-www-form-urlencoded");
        keep(target.getPort());
        if (last.status() != 302) {
            throw new IOException("Not logged in: " + last);
        }
        follow(target.resolve(last.header("Location")));
        if (last.status() != 200) {
            throw new IOException("Not let in: " + last);
        }
    }

    private void keep(int port) {
        last.headers("Set-Cookie").forEach(cookie -> {
            String pair = cookie.split(";")[0];
            int equals = pair.indexOf('=');
            cookies.computeIfAbsent(port, any -> new LinkedHashMap<>())
                    .put(pair.substring(0, equals), pair.substring(equals + 1));
        });
    }

    private String header(int port) {
        return "Cookie: "
                + cookies.getOrDefault(port, Map.of()).entrySet().stream()
                        .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                        .collect(Collectors.joining("; "));
    }

    private static String path(URI address) {
        return address.getRawPath() + (address.getRawQuery() == null ? "" : "?" + address.getRawQuery());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
