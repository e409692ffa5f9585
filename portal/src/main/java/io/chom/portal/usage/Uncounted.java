package io.chom.portal.usage;

import io.chom.tenants.billing.UnmatchedUsage;
import io.chom.tenants.usage.RejectedEvent;
import io.chom.tenants.usage.Replayed;
import io.chom.tenants.usage.TraySize;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What the screen of uncounted usage asks for. Every answer is about the acting tenant. */
interface Uncounted {

    /** The latest refused events. */
    Mono<List<RejectedEvent>> events();

    /** How many there are. */
    Mono<TraySize> size();

    /** What was counted although nobody is billed for it. */
    Mono<List<UnmatchedUsage>> unbilled();

    /** Sends refused events through again. */
    Mono<Replayed> replay();

    /** Anything, whenever usage of the acting tenant has changed. */
    Flux<?> changes();
}
