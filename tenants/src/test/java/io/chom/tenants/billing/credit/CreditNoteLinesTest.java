package io.chom.tenants.billing.credit;

import io.chom.tenants.support.TenantsTest;

/** The other table of the repository, which is written with the first. */
@TenantsTest
class CreditNoteLinesTest extends CreditNotesTest {

    @Override
    public String table() {
        return "billing.credit_note_line";
    }
}
