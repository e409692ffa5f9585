package io.chom.tenants.usage;

import io.chom.tenants.catalog.CatalogueOf;
import io.chom.tenants.catalog.MeterId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;

class LevelsIsolationTest extends UsageIsolation {

    @Autowired
    DatabaseClient database;

    @Override
    public String table() {
        return "usage.level";
    }

    @Override
    UsageEvents counting(MeterId meter) {
        return new UsageEvents(database, CatalogueOf.text("""
                catalogue: test
                version: 1
                currency: USD
                meters:
                  %s: { name: M, unit: m, aggregation: latest, decimals: 0 }
                plans: {}
                """.formatted(meter)));
    }
}
