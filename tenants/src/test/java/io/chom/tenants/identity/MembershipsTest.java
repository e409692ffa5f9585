package io.chom.tenants.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chom.tenants.platform.Acting;
import io.chom.tenants.support.Acme;
import io.chom.tenants.support.As;
import io.chom.tenants.support.Nimbus;
import io.chom.tenants.support.TenantsTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.reactive.TransactionalOperator;

@TenantsTest
class MembershipsTest {

    @Autowired
    Memberships memberships;

    @Autowired
    TransactionalOperator transactions;

    @Test
    void a_tenant_sees_its_own_people_and_its_reseller_sees_them_too() {
        PersonId person = member(Acme.BAKERY);

        assertThat(seenBy(Acme.BAKERY, person)).isEqualTo(1);
        assertThat(seenBy(Acme.RESELLER, person)).isEqualTo(1);
    }

    @Test
    void nobody_else_sees_them() {
        PersonId person = member(Acme.BAKERY);

        assertThat(seenBy(Acme.FLORIST, person)).isZero();
        assertThat(seenBy(Nimbus.RESELLER, person)).isZero();
        assertThat(seenBy(Nimbus.STUDIO, person)).isZero();
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

    @Test
    void without_a_tenant_nothing_is_seen() {
        PersonId person = member(Acme.BAKERY);

        assertThat(memberships.of(person).collectList().block()).isEmpty();
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
