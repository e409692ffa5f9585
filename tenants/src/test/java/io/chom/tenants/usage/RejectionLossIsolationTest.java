package io.chom.tenants.usage;

class RejectionLossIsolationTest extends RejectionIsolation {

    @Override
    public String table() {
        return "usage.rejection_loss";
    }
}
