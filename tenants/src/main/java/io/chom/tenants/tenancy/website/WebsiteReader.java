package io.chom.tenants.tenancy.website;

import io.chom.tenants.platform.egress.FetchFault;
import io.chom.tenants.platform.egress.FetchFault.Kind;
import io.chom.tenants.platform.egress.FetchLimits;
import io.chom.tenants.platform.egress.Fetched;
import io.chom.tenants.platform.egress.GuardedHttp;
import io.chom.tenants.platform.egress.WebAddress;
import io.chom.tenants.tenancy.website.Gathered.Part;
import io.chom.tenants.tenancy.website.SiteReading.Failed;
import io.chom.tenants.tenancy.website.SiteReading.Fetching;
import io.chom.tenants.tenancy.website.SiteReading.Proposed;
import io.chom.tenants.tenancy.website.SiteReading.Step;
import io.chom.theming.website.FetchedSite.Picture;
import io.chom.theming.website.PictureSource;
import io.chom.theming.website.SitePage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Fetches a page and what it is made of, within limits, and tells how far it has come. */
@Component
class WebsiteReader {

    private static final int MOST_PAGE = 2 * 1024 * 1024;
    private static final int MOST_SHEET = 512 * 1024;
    private static final int MOST_PICTURE = 2 * 1024 * 1024;
    private static final int MOST_MANIFEST = 64 * 1024;
    private static final int AT_ONCE = 4;
    private static final Pattern WITH_SCHEME = Pattern.compile("(?is)[a-z][a-z0-9+.-]*:.*");
    private static final Pattern WITH_PORT = Pattern.compile("(?s)[^/:]+:[0-9]+([/?#].*)?");

    private final GuardedHttp http;
    private final Duration whole;

    WebsiteReader(GuardedHttp http, WebsiteProperties properties) {
        this.http = http;
        this.whole = properties.whole();
    }

    /**
     * Reads a website.
     *
     * @param typed as people type it; without a scheme the protected one is tried first
     */
    Flux<SiteReading> read(String typed) {
        String text = typed.strip();
        boolean isBare =
                WITH_PORT.matcher(text).matches() || !WITH_SCHEME.matcher(text).matches();
        return address(text, isBare)
                .map(address -> read(address, isBare))
                .orElseGet(() -> Flux.just(failed(FetchFault.notAnAddress())));
    }

    /** Who names a port without a scheme means an unprotected site, as in browsers. */
    private static Optional<WebAddress> address(String text, boolean isBare) {
        String scheme = WITH_PORT.matcher(text).matches() ? "http://" : "https://";
        return WebAddress.of(isBare ? scheme + text : text);
    }

    private Flux<SiteReading> read(WebAddress address, boolean isBare) {
        return Flux.concat(
                Mono.just(new Fetching(Step.PAGE, 0, 1)), page(address, isBare).flatMapMany(this::rest));
    }

    private Mono<Fetched> page(WebAddress address, boolean isBare) {
        var limits = new FetchLimits(MOST_PAGE, whole.dividedBy(2));
        return http.get(address, limits)
                .flatMap(found -> isBare && isDeaf(found) ? http.get(address.plain(), limits) : Mono.just(found));
    }

    /** Whether there may be a site all the same that nobody has protected yet. */
    private static boolean isDeaf(Fetched found) {
        return found instanceof Fetched.Nothing(var fault) && fault.kind() == Kind.NOBODY_ANSWERS;
    }

    private Flux<SiteReading> rest(Fetched found) {
        return switch (found) {
            case Fetched.Nothing(var fault) -> Flux.just(failed(fault));
            case Fetched.Document page
            when !isPage(page) -> Flux.just(notAPage(page.at().host()));
            case Fetched.Document page ->
                Mono.fromCallable(() ->
                                Gathered.of(SitePage.read(page.at().toString(), page.bytes(), page.contentType())))
                        .subscribeOn(Schedulers.boundedElastic())
                        .flatMapMany(this::parts);
        };
    }

    private static boolean isPage(Fetched.Document found) {
        return found.contentType().isEmpty() || found.contentType().contains("html");
    }

    private Flux<SiteReading> parts(Gathered start) {
        var so = new AtomicReference<>(start);
        Flux<SiteReading> progress = Flux.merge(sheets(start.page()), pictures(start), manifestIcon(start.page()))
                .take(whole.dividedBy(2))
                .map(part -> so.updateAndGet(before -> before.with(part)))
                .map(after -> new Fetching(Step.PARTS, after.done(), after.of()));
        return Flux.concat(
                Mono.just(new Fetching(Step.PARTS, 0, start.of())), progress, Mono.defer(() -> proposed(so.get())));
    }

    /** Drawing pictures and weighing colours takes a while, so it is done where that disturbs nobody. */
    private static Mono<SiteReading> proposed(Gathered all) {
        return Mono.<SiteReading>fromCallable(() -> new Proposed(all.site().proposal()))
                .subscribeOn(Schedulers.boundedElastic());
    }

    private Flux<Part> sheets(SitePage page) {
        return Flux.fromIterable(page.sheets())
                .index()
                .flatMap(
                        sheet -> part(sheet.getT2(), MOST_SHEET)
                                .map(found -> (Part) new Part.Sheet(
                                        sheet.getT1().intValue(), new String(found.bytes(), StandardCharsets.UTF_8)))
                                .defaultIfEmpty(new Part.Missing()),
                        AT_ONCE);
    }

    private Flux<Part> pictures(Gathered start) {
        return Flux.fromIterable(start.sources())
                .index()
                .filter(source -> source.getT2().place() != null)
                .flatMap(
                        source -> picture(source.getT1().intValue(), source.getT2())
                                .defaultIfEmpty(new Part.Missing()),
                        AT_ONCE);
    }

    private Mono<Part> picture(int place, PictureSource source) {
        return Mono.justOrEmpty(source.place())
                .flatMap(there -> part(there, MOST_PICTURE))
                .map(found -> new Part.Drawn(place, new Picture(source.use(), found.bytes())));
    }

    /** One more icon, after those that the page names itself. */
    private Mono<Part> manifestIcon(SitePage page) {
        return Mono.justOrEmpty(page.manifest())
                .flatMap(there -> part(there, MOST_MANIFEST)
                        .flatMap(found -> Mono.justOrEmpty(ManifestIcons.largest(found.bytes())
                                .flatMap(icon -> found.at().resolve(icon))
                                .flatMap(icon -> SitePage.icon(icon.toString()))))
                        .flatMap(icon -> picture(SitePage.MOST_PICTURES, icon))
                        .defaultIfEmpty(new Part.Missing()));
    }

    private Mono<Fetched.Document> part(String there, int most) {
        return Mono.justOrEmpty(WebAddress.of(there))
                .flatMap(address -> http.get(address, new FetchLimits(most, whole.dividedBy(2))))
                .ofType(Fetched.Document.class);
    }

    private static Failed failed(FetchFault fault) {
        return new Failed(fault.code(), fault.about(), fault.sentence());
    }

    private static Failed notAPage(String host) {
        return new Failed("not-a-page", host, "There is no web page at this address of %s. Name one.".formatted(host));
    }
}
