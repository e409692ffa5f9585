package io.chom.portal.shell;

import io.chom.tenants.identity.Role;
import io.chom.tenants.platform.Acting;
import io.chom.tenants.platform.Actor;
import io.chom.tenants.platform.TenantId;
import io.chom.tenants.tenancy.PreviewKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import reactor.core.publisher.Mono;

/** A person of a demo brand; remembers what was asked of it. */
public final class SamplePerson implements SignedIn {

    private final String brand;
    private final String logoOnLight;
    private final String logoOnDark;
    private final List<Organisation> organisations;

    /** What the screens asked for. */
    public final List<String> asked = new ArrayList<>();

    public SamplePerson(String brand, String logoOnLight, String logoOnDark, List<Organisation> organisations) {
        this.brand = brand;
        this.logoOnLight = logoOnLight;
        this.logoOnDark = logoOnDark;
        this.organisations = organisations;
    }

    /** Somebody with one organisation of this kind. */
    public static SamplePerson of(Kind kind, Role role) {
        return in(List.of(new Organisation(TenantId.next(), "Bluebird Studio", kind, role)));
    }

    /** Somebody of the first of these organisations. */
    public static SamplePerson in(List<Organisation> organisations) {
        return new SamplePerson("Acme Hosting", "/brand/light.svg", "/brand/dark.svg", organisations);
    }

    @Override
    public Acting acting() {
        var tenant = current().id();
        return new Acting(
                tenant,
                tenant,
                new Actor(Actor.Kind.PERSON, "test|ada", Set.of(current().role().right())));
    }

    @Override
    public String brandName() {
        return brand;
    }

    @Override
    public String logoOnLight() {
        return logoOnLight;
    }

    @Override
    public String logoOnDark() {
        return logoOnDark;
    }

    @Override
    public Optional<String> helpUrl() {
        return Optional.of("https://help.acme.example/");
    }

    @Override
    public String userName() {
        return "Ada Lindqvist";
    }

    @Override
    public String email() {
        return "ada@bluebird.example";
    }

    @Override
    public List<Organisation> organisations() {
        return organisations;
    }

    @Override
    public Organisation current() {
        return organisations.getFirst();
    }

    @Override
    public void switchTo(TenantId organisation) {
        asked.add("switch to " + organisation);
    }

    @Override
    public Mono<Void> remember(ColorMode mode) {
        return Mono.fromRunnable(() -> asked.add("remember " + mode));
    }

    @Override
    public void logOut() {
        asked.add("log out");
    }

    @Override
    public String portalAddress() {
        return portalAt("acme.localhost");
    }

    @Override
    public String portalAt(String host) {
        return "http://" + host + ":8080";
    }

    @Override
    public String draftAt(PreviewKey key) {
        return portalAt("acme.localhost") + "/preview/" + key.reveal();
    }

    @Override
    public String apiAddress() {
        return "http://acme.localhost:8081";
    }
}
