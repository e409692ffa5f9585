package io.chom.tenants.platform;

/** Carries a {@link Failure} through a reactive chain to the place that translates it. */
public final class Refused extends RuntimeException {

    private final transient Failure failure;

    public Refused(Failure failure) {
        // An expected answer needs no stack trace.
        super(failure.code() + ": " + failure.detail(), null, false, false);
        this.failure = failure;
    }

    public Failure failure() {
        return failure;
    }
}
