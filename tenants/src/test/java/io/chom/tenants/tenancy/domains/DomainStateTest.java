package io.chom.tenants.tenancy.domains;

import static io.chom.tenants.tenancy.domains.DomainState.ACTIVE;
import static io.chom.tenants.tenancy.domains.DomainState.FAILING;
import static io.chom.tenants.tenancy.domains.DomainState.PENDING;
import static io.chom.tenants.tenancy.domains.DomainState.REMOVED;
import static io.chom.tenants.tenancy.domains.DomainState.VERIFIED;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DomainStateTest {

    @Test
    void nothing_is_served_before_ownership_is_proven() {
        assertThat(PENDING.isServed()).isFalse();
        assertThat(PENDING.mayBecome(ACTIVE)).isFalse();
        assertThat(REMOVED.mayBecome(VERIFIED)).isFalse();
        assertThat(REMOVED.mayBecome(ACTIVE)).isFalse();
    }

    @Test
    void the_way_up_and_down() {
        assertThat(PENDING.mayBecome(VERIFIED)).isTrue();
        assertThat(VERIFIED.mayBecome(ACTIVE)).isTrue();
        assertThat(ACTIVE.mayBecome(FAILING)).isTrue();
        assertThat(FAILING.mayBecome(ACTIVE)).isTrue();
        assertThat(FAILING.isServed()).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void staying_is_no_step_and_a_domain_can_be_given_back_once(DomainState state) {
        assertThat(state.mayBecome(state)).isFalse();
        assertThat(state.mayBecome(REMOVED)).isEqualTo(state != REMOVED);
    }
}
