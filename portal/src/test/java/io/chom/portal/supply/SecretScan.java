package io.chom.portal.supply;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Looks for secrets in all that a history holds. */
final class SecretScan {

    private static final Pattern KEY_FILE = Pattern.compile(
            "(.*/)?([^/]+\\.(p12|pfx|jks|keystore|pem|key|kdbx|ppk)|id_(rsa|dsa|ecdsa|ed25519)|\\.env|\\.netrc|\\.pgpass)");

    private final Map<String, String> known;
    private final List<String> findings = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();
    private final Set<String> texts = new HashSet<>();

    /** A scan that passes over the values that are no secrets, each with the reason. */
    SecretScan(Map<String, String> known) {
        this.known = known;
    }

    /** Reads all that is there, and says how far that reaches. */
    History.Reach read(History history) throws IOException, InterruptedException {
        history.present(this::text);
        History.Reach reach = history.reach();
        if (reach != History.Reach.NONE) {
            history.committed(this::text);
        }
        return reach;
    }

    private void text(String place, String text) {
        if (KEY_FILE.matcher(place.replaceFirst(" \\([0-9a-f]{10}\\)$", "")).matches()) {
            findings.add(place + ": its name is that of a file with keys");
        }
        // What is binary is left to its name, as git's own search does.
        if (text.indexOf('\0') >= 0 || !texts.add(text)) {
            return;
        }
        SecretRule.ALL.stream().flatMap(rule -> rule.in(text)).forEach(found -> {
            seen.add(found.value());
            if (!known.containsKey(found.value())) {
                findings.add(place + ": " + found);
            }
        });
    }

    /** What was found, a line each, without the secrets themselves. */
    List<String> findings() {
        return List.copyOf(findings);
    }

    /** The values that were passed over and are nowhere to be found: they need no reason any more. */
    Set<String> unneeded() {
        Set<String> unneeded = new HashSet<>(known.keySet());
        unneeded.removeAll(seen);
        return unneeded;
    }

    /** How many different texts were read. */
    int texts() {
        return texts.size();
    }
}
