package io.chom.portal.account;

import io.chom.portal.usage.UsageSamples;
import io.chom.tenants.identity.Credential;
import io.chom.tenants.identity.Credential.Kind;
import io.chom.tenants.identity.CredentialId;
import io.chom.tenants.identity.SessionHandle;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/** Sessions and credentials to look at and to test with. */
public final class AccountSamples {

    static final SessionHandle HERE = new SessionHandle("6f0c4f7e-6d0b-4f5e-9a43-0f4b1b2c3d4e");

    static final List<Credential> CREDENTIALS = List.of(
            credential(Kind.PASSKEY, "Laptop", 3),
            credential(Kind.AUTHENTICATOR, "My phone", 2),
            credential(Kind.PASSWORD, "", 1));

    private static final List<Device> DEVICES = List.of(
            new Device("Safari", "iPhone"),
            new Device("Edge", "Windows"),
            new Device("", ""),
            new Device("Samsung Internet", "Android"));

    private AccountSamples() {}

    private static Credential credential(Kind kind, String label, int hoursAgo) {
        return new Credential(
                new CredentialId(UUID.randomUUID()), kind, label, UsageSamples.NOW.minus(Duration.ofHours(hoursAgo)));
    }

    /** This session and as many others. */
    public static List<OwnSession> sessions(int others) {
        var here = new OwnSession(
                HERE, new Device("Firefox", "Linux"), UsageSamples.NOW.minus(Duration.ofMinutes(42)), UsageSamples.NOW);
        return java.util.stream.Stream.concat(
                        java.util.stream.Stream.of(here),
                        IntStream.range(0, others).mapToObj(AccountSamples::other))
                .toList();
    }

    private static OwnSession other(int index) {
        return new OwnSession(
                SessionHandle.next(),
                DEVICES.get(index % DEVICES.size()),
                UsageSamples.NOW.minus(Duration.ofHours(11)).plus(Duration.ofMinutes(index)),
                UsageSamples.NOW.minus(Duration.ofMinutes(7L * (index + 1))));
    }
}
