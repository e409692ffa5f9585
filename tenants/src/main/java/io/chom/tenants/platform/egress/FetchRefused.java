package io.chom.tenants.platform.egress;

import java.io.IOException;

/** Carries a fault through a client that knows exceptions only. */
final class FetchRefused extends IOException {

    private final transient FetchFault fault;

    FetchRefused(FetchFault fault) {
        super(fault.code());
        this.fault = fault;
    }

    FetchFault fault() {
        return fault;
    }
}
