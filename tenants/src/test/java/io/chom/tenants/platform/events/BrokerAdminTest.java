package io.chom.tenants.platform.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.junit.jupiter.api.Test;

class BrokerAdminTest {

    /** Nobody listens on the discard port of this machine, so that every question waits. */
    private static Admin waiting() {
        return Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, "127.0.0.1:9"));
    }

    @Test
    void whoever_waits_for_the_old_one_gets_an_error_and_the_next_question_goes_to_a_new_one() {
        try (var admin = new BrokerAdmin(BrokerAdminTest::waiting)) {
            Admin old = admin.current();
            var asked = old.describeCluster().nodes();

            admin.renew();

            assertThatThrownBy(() -> asked.get(5, TimeUnit.SECONDS)).hasMessageContaining("exited");
            assertThat(admin.current()).isNotSameAs(old);
        }
    }
}
