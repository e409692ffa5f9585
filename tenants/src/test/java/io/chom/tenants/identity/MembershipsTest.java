package io.chom.tenants.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chom.tenants.platform.Acting;
import io.chom.tenants.platform.EmailAddress;
import io.chom.tenants.platform.TenantContext;
import io.chom.tenants.support.Acme;
import io.chom.tenants.support.As;
import io.chom.tenants.support.Nimbus;
import io.chom.tenants.support.TenantIsolationContract;
import io.chom.tenants.support.TenantsTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Publisher;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;

@TenantsTest
class MembershipsTest extends TenantIsolationContract {

    @Autowired
    Memberships memberships;

    @Override
    public String table() {
        return "identity.membership";
    }

    @Override
    public Publisher<?> write() {
        return TenantContext.require()
                .flatMap(acting -> memberships.put(acting, somebody(), wanted()).thenReturn(true));
    }

    @Test
    void a_person_is_found_by_the_tenant_and_its_reseller() {
        PersonId person = member(Acme.BAKERY);

        assertThat(seenBy(Acme.BAKERY, person)).isEqualTo(1);
        assertThat(seenBy(Acme.RESELLER, person)).isEqualTo(1);
        assertThat(seenBy(Nimbus.RESELLER, person)).isZero();
    }

    @Test
    void nobody_else_changes_or_removes_them() {
        PersonId person = member(Acme.BAKERY);

        for (Acting other : new Acting[] {Acme.FLORIST, Acme.RESELLER, Nimbus.RESELLER}) {
            assertThat(As.one(transactions, other, memberships.role(Acme.BAKERY.tenant(), person, Role.OWNER)))
                    .isFalse();
            assertThat(As.one(transactions, other, memberships.remove(Acme.BAKERY.tenant(), person)))
                    .isFalse();
        }
        assertThat(seenBy(Acme.BAKERY, person)).isEqualTo(1);
    }

    @Test
    void nobody_adds_people_to_another_tenant() {
        for (Acting other : new Acting[] {Acme.FLORIST, Acme.RESELLER, Nimbus.RESELLER}) {
            PersonId person = somebody();
            assertThatThrownBy(() -> As.one(
                            transactions,
                            other,
                            memberships.put(Acme.BAKERY, person, wanted()).thenReturn(1)))
                    .isInstanceOf(DataAccessException.class);
            assertThat(seenBy(Acme.BAKERY, person)).isZero();
        }
    }

    private PersonId member(Acting tenant) {
        PersonId person = somebody();
        As.one(transactions, tenant, memberships.put(tenant, person, wanted()).thenReturn(1));
        return person;
    }

    private int seenBy(Acting acting, PersonId person) {
        return As.all(transactions, acting, memberships.of(person)).size();
    }

    private static NewMember wanted() {
        return new NewMember(EmailAddress.of("grace@people.example"), "Grace Hopper", Role.MEMBER);
    }

    private static PersonId somebody() {
        return new PersonId(new RealmName("acme"), new Subject(UUID.randomUUID().toString()));
    }
}
