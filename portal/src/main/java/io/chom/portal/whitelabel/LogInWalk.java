package io.chom.portal.whitelabel;

import io.chom.portal.client.Http;
import io.chom.portal.client.Person;
import java.io.IOException;
import java.net.URI;
import java.util.regex.Pattern;

/** The way in: the log-in with its pictures and sheets, a wrong password, a forgotten one, the right one. */
final class LogInWalk {

    private static final Pattern LINK = Pattern.compile("(?:href|src)=\"([^\"]+)\"");

    private final Findings findings;

    LogInWalk(Findings findings) {
        this.findings = findings;
    }

    /**
     * Comes in.
     *
     * @return who is logged in then
     */
    Person walk(URI portal, String email, String password) throws IOException {
        var stranger = new Person();
        Person.Arrival form = stranger.open(portal.resolve("/app/"));
        findings.look(form.at(), form.answer());
        surroundings(stranger, form);
        try {
            stranger.enter(form, email, "not the password");
        } catch (IOException refused) {
            findings.look(form.at() + " (wrong password)", "body", String.valueOf(refused.getMessage()));
        }
        var person = new Person();
        Person.Arrival in = person.logIn(portal.resolve("/app/"), email, password);
        findings.look(in.at(), in.answer());
        return person;
    }

    private void surroundings(Person stranger, Person.Arrival form) {
        LINK.matcher(form.answer().body())
                .results()
                .map(found -> found.group(1).replace("&amp;", "&"))
                .distinct()
                .forEach(link -> {
                    URI at = form.at().resolve(link);
                    boolean isHere = String.valueOf(at.getRawAuthority())
                            .equals(form.at().getRawAuthority());
                    if (isHere) {
                        open(stranger, at);
                    }
                });
    }

    private void open(Person stranger, URI at) {
        try {
            Person.Arrival arrival = stranger.open(at);
            findings.look(at, arrival.answer());
        } catch (IOException unreachable) {
            findings.missed(at.toString(), unreachable.toString());
        }
    }

    /** The cookies that a browser has afterwards. */
    static String cookies(Person person, URI portal) {
        return person.cookies(Http.port(portal));
    }
}
