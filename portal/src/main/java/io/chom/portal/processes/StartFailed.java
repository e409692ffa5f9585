package io.chom.portal.processes;

/** A process did not get ready. */
class StartFailed extends RuntimeException {

    StartFailed(String sentence) {
        super(sentence);
    }
}
