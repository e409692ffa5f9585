package io.chom.tenants.usage;

class DailyRollupIsolationTest extends UsageIsolation {

    @Override
    public String table() {
        return "usage.daily";
    }
}
