package io.chom.tenants.identity;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A browser without a screen, on one host: keeps cookies, follows nothing by itself. */
final class Visitor {

    private static final Pattern FORM = Pattern.compile("<form class=\"form\"[^>]* action=\"([^\"]+)\"");

    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, String> cookies = new TreeMap<>();
    private final Registration at;

    Visitor(Registration at) {
        this.at = at;
    }

    /** An answer: status, body, where it leads to, and what the page may do. */
    record Answer(int status, String body, String location, String policy) {

        /** Where the page's form is sent to. */
        URI form() {
            var found = FORM.matcher(body);
            if (!found.find()) {
                throw new AssertionError("No form in " + body);
            }
            return URI.create(found.group(1).replace("&amp;", "&"));
        }

        /** A parameter of the address that it leads to. */
        String parameter(String name) {
            var found = Pattern.compile("[?&]" + name + "=([^&#]+)").matcher(location);
            if (!found.find()) {
                throw new AssertionError("No " + name + " in " + location);
            }
            return found.group(1);
        }
    }

    Answer get(URI address) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(internal(address)).GET());
    }

    Answer post(URI address, Map<String, String> fields) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(internal(address))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(encoded(fields))));
    }

    Answer logIn(Map<String, String> authorization, String email, String password)
            throws IOException, InterruptedException {
        Answer page = get(authorization(authorization));
        return post(page.form(), Map.of("username", email, "password", password, "credentialId", ""));
    }

    URI authorization(Map<String, String> parameters) {
        return URI.create(at.authorization() + "?" + encoded(parameters));
    }

    private Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
        at.forwarded().forEach(request::header);
        if (!cookies.isEmpty()) {
            request.header("Cookie", encodedCookies());
        }
        HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
        answer.headers().allValues("Set-Cookie").forEach(this::keep);
        return new Answer(
                answer.statusCode(),
                answer.body(),
                answer.headers().firstValue("Location").orElse(""),
                answer.headers().firstValue("Content-Security-Policy").orElse(""));
    }

    private void keep(String cookie) {
        String pair = cookie.split(";", 2)[0];
        int equals = pair.indexOf('=');
        cookies.put(pair.substring(0, equals), pair.substring(equals + 1));
    }

    private String encodedCookies() {
        return cookies.entrySet().stream()
                .map(one -> one.getKey() + "=" + one.getValue())
                .collect(Collectors.joining("; "));
    }

    /** Names below localhost are resolved by browsers, not by every system: the forwarded headers name the host. */
    private URI internal(URI address) {
        String publicOrigin = address.getScheme() + "://" + address.getRawAuthority();
        String internalOrigin = at.token().getScheme() + "://" + at.token().getRawAuthority();
        return URI.create(address.toString().replace(publicOrigin, internalOrigin));
    }

    static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
