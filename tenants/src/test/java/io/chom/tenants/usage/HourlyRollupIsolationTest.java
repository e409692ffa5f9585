package io.chom.tenants.usage;

class HourlyRollupIsolationTest extends UsageIsolation {

    @Override
    public String table() {
        return "usage.hourly";
    }
}
