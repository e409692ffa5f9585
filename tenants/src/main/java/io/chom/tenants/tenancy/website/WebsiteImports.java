package io.chom.tenants.tenancy.website;

import io.chom.tenants.platform.Permission;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;

/** Proposes a brand from the website of its owner. An owner or admin of a brand owner may; nobody else. */
@Service
public class WebsiteImports {

    private final WebsiteReader reader;
    private final WebsiteTurns turns;

    WebsiteImports(WebsiteReader reader, WebsiteTurns turns) {
        this.reader = reader;
        this.turns = turns;
    }

    /**
     * Reads a website and tells how far that has come; the last is a proposal or why there is none. Cancelling ends it.
     * Fails with {@code website.at-once} or {@code website.an-hour} when the brand owner has had too much read.
     *
     * @param typed its address, with or without a scheme
     */
    public Flux<SiteReading> read(String typed) {
        return Permission.any("owner", "admin")
                .filter(acting -> acting.isReseller())
                .switchIfEmpty(Permission.denied())
                .flatMapMany(acting -> Flux.using(
                        () -> turns.take(acting.tenant()), turn -> reader.read(typed), WebsiteTurns.Turn::giveBack));
    }
}
