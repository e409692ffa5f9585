package io.chom.tenants.platform.probe;

/**
 * One thing that was looked at or tried.
 *
 * @param object what it is about, such as {@code tenancy.domain}
 * @param what what was looked at or tried
 * @param outcome how it went
 * @param detail what was seen
 */
public record Check(String object, String what, Outcome outcome, String detail) {

    /** How a check went. */
    public enum Outcome {
        /** As it must be. */
        PASSED,
        /** A hole. */
        FAILED,
        /** Could not be tried; the detail says why. */
        NOT_TRIED
    }

    static Check passed(String object, String what, String detail) {
        return new Check(object, what, Outcome.PASSED, detail);
    }

    static Check failed(String object, String what, String detail) {
        return new Check(object, what, Outcome.FAILED, detail);
    }

    static Check notTried(String object, String what, String detail) {
        return new Check(object, what, Outcome.NOT_TRIED, detail);
    }

    @Override
    public String toString() {
        String mark = switch (outcome) {
            case PASSED -> "ok      ";
            case FAILED -> "FAILED  ";
            case NOT_TRIED -> "untried ";
        };
        return "%s%-36s %s: %s".formatted(mark, object, what, detail);
    }
}
