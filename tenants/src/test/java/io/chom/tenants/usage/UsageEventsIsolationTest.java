package io.chom.tenants.usage;

class UsageEventsIsolationTest extends UsageIsolation {

    @Override
    public String table() {
        return "usage.event";
    }
}
