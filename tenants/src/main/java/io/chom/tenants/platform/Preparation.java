package io.chom.tenants.platform;

import reactor.core.publisher.Mono;

/** What a process does before it says that it is ready, so that its first caller does not have to wait for it. */
public interface Preparation {

    /** Completes when it is done; fails when it cannot be done now, and then the process is ready without it. */
    Mono<Void> prepare();
}
