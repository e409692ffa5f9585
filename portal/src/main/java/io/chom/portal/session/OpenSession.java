package io.chom.portal.session;

import com.vaadin.flow.server.VaadinServletRequest;
import io.chom.portal.account.Device;
import io.chom.portal.account.OwnSession;
import io.chom.tenants.identity.KeptSession;
import io.chom.tenants.identity.LogInSession;
import io.chom.tenants.identity.Membership;
import io.chom.tenants.identity.PersonId;
import io.chom.tenants.identity.Role;
import io.chom.tenants.identity.SessionHandle;
import io.chom.tenants.identity.SessionTicket;
import io.chom.tenants.identity.SignIn;
import io.chom.tenants.platform.TenantId;
import io.chom.tenants.tenancy.HostName;
import io.chom.theming.BrandAssets;
import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionBindingEvent;
import jakarta.servlet.http.HttpSessionBindingListener;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;

/** A logged-in session of this process. It stands in the HTTP session and leaves {@link Sessions} together with it. */
final class OpenSession implements HttpSessionBindingListener {

    private static final Logger LOG = LoggerFactory.getLogger(OpenSession.class);
    private static final String ATTRIBUTE = OpenSession.class.getName();
    private static final long PATIENCE_SECONDS = 2;

    private final SessionHandle handle;
    private final AtomicBoolean ended = new AtomicBoolean();
    private final CountDownLatch pagesTold = new CountDownLatch(1);
    private final Sessions sessions;
    private final HttpSession http;
    private final Device device;
    private final Instant signedIn;

    private volatile PortalUser user;
    private volatile SessionTicket ticket;
    private volatile Instant lastSeen;

    /** @param now when the log-in arrived here; the password may have been asked for earlier */
    OpenSession(Sessions sessions, HttpSession http, PortalUser user, Device device, Instant now) {
        this(
                sessions,
                http,
                user,
                new SignIn(
                        SessionHandle.next(),
                        user.current().person(),
                        device.browser(),
                        device.system(),
                        Optional.ofNullable(user.getAuthenticatedAt())
                                .filter(earlier -> earlier.isBefore(now))
                                .orElse(now),
                        now));
    }

    private OpenSession(Sessions sessions, HttpSession http, PortalUser user, SignIn signIn) {
        this.sessions = sessions;
        this.http = http;
        this.user = user;
        this.handle = signIn.handle();
        this.device = new Device(signIn.browser(), signIn.system());
        this.signedIn = signIn.signedIn();
        this.lastSeen = signIn.lastSeen();
        this.ticket = ticket(user);
    }

    /** One that another process has had; it is the same session. */
    static OpenSession again(Sessions sessions, HttpSession http, KnownLogIns.Known known) {
        var session = new OpenSession(sessions, http, known.user(), known.signIn());
        session.logIn(known.user());
        return session;
    }

    /** The logged-in session behind an HTTP session, if there is one. */
    static Optional<OpenSession> of(HttpSession http) {
        return Optional.ofNullable((OpenSession) http.getAttribute(ATTRIBUTE));
    }

    /** The one that the screen belongs to on which this is asked. */
    static OpenSession here() {
        return of(VaadinServletRequest.getCurrent().getHttpServletRequest().getSession())
                .orElseThrow(() -> new IllegalStateException("Nobody is logged in on this screen."));
    }

    void begin() {
        http.setAttribute(ATTRIBUTE, this);
    }

    /** From now on the person works in another of their organisations. */
    void workAs(PortalUser other) {
        user = other;
        ticket = ticket(other);
        logIn(other);
        sessions.add(this);
    }

    /** Has the security chain find the person in this session. */
    private void logIn(PortalUser person) {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(new OAuth2AuthenticationToken(
                person, person.getAuthorities(), person.host().value()));
        http.setAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY, context);
    }

    private SessionTicket ticket(PortalUser person) {
        var contents = new TicketSeal.Contents(
                person.host(),
                person.current().tenant().id(),
                person.getIdToken().getTokenValue());
        return TicketSeal.close(SessionRoute.secretOf(http.getId()), contents);
    }

    @Override
    public void valueBound(HttpSessionBindingEvent event) {
        sessions.add(this);
    }

    @Override
    public void valueUnbound(HttpSessionBindingEvent event) {
        ended.set(true);
        pagesTold.countDown();
        sessions.remove(this);
    }

    SessionHandle handle() {
        return handle;
    }

    PortalUser user() {
        return user;
    }

    PersonId person() {
        return user.current().person();
    }

    /** The identity provider's session behind this one, if it says so. */
    Optional<LogInSession> atProvider() {
        return Optional.ofNullable(user.getClaimAsString("sid")).map(id -> new LogInSession(person().realm(), id));
    }

    /** Whether it was opened on the host of this name, as a request writes it. */
    boolean isOn(String serverName) {
        return HostName.isValid(serverName) && user.host().equals(HostName.of(serverName));
    }

    /** Has its open pages wear this brand. */
    void dress(BrandAssets brand) {
        OpenPages.dress(http, brand);
    }

    boolean isMemberOf(TenantId tenant) {
        return rights(user.memberships()).containsKey(tenant);
    }

    /** Whether somebody with these memberships may no longer do all that this session allows. */
    boolean exceeds(Collection<Membership> memberships) {
        return !rights(memberships)
                .entrySet()
                .containsAll(rights(user.memberships()).entrySet());
    }

    private static Map<TenantId, Role> rights(Collection<Membership> memberships) {
        return memberships.stream().collect(Collectors.toMap(one -> one.tenant().id(), Membership::role));
    }

    void seen(Instant now) {
        lastSeen = now;
    }

    boolean isOver(SessionProperties limits, Instant now) {
        return ended.get() || !now.isBefore(end(limits));
    }

    private Instant end(SessionProperties limits) {
        Instant idle = lastSeen.plus(limits.idle());
        Instant absolute = signedIn.plus(limits.absolute());
        return idle.isBefore(absolute) ? idle : absolute;
    }

    /**
     * From now on no request counts, the open pages are led away, and then the session is let go. Whoever calls it
     * besides waits until the pages have been told, for at most two seconds.
     */
    void end() {
        if (!ended.getAndSet(true)) {
            OpenPages.leave(http);
            pagesTold.countDown();
        }
        awaitPages();
        OpenPages.close(http);
    }

    private void awaitPages() {
        try {
            if (!pagesTold.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("Pages of session {} are told too slowly that it ends", handle);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** With what another process can go on with it. */
    KeptSession kept(SessionProperties limits) {
        return new KeptSession(signIn(), end(limits), ticket);
    }

    /** What people are told of it in other processes. */
    SignIn signIn() {
        return new SignIn(handle, person(), device.browser(), device.system(), signedIn, lastSeen);
    }

    OwnSession shown() {
        return new OwnSession(handle, device, signedIn, lastSeen);
    }
}
