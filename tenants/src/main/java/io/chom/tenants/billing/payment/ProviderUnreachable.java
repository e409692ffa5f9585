package io.chom.tenants.billing.payment;

/** The provider gave no answer that says what became of a question: it may or may not have done what was asked. */
public final class ProviderUnreachable extends RuntimeException {

    /** @param cause what its client says */
    public ProviderUnreachable(Throwable cause) {
        super("The payment provider does not answer: " + cause.getMessage(), cause);
    }
}
