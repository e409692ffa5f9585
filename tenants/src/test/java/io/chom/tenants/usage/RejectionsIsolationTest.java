package io.chom.tenants.usage;

class RejectionsIsolationTest extends RejectionIsolation {

    @Override
    public String table() {
        return "usage.rejection";
    }
}
