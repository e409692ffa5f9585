package io.chom.portal.runtime;

/** A setting names a server that is not there. */
class AddressProblem extends RuntimeException {

    AddressProblem(String setting, String sentence) {
        super(setting + " " + sentence);
    }
}
