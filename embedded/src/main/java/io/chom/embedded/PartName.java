package io.chom.embedded;

/** The parts. */
enum PartName {
    POSTGRES("chom.postgres.url"),
    KEYCLOAK("chom.keycloak.url"),
    KAFKA("chom.kafka.bootstrap-servers"),
    MAILBOX("chom.smtp.url"),
    STRIPE("chom.stripe.api-base"),
    /** Only where several processes are to stand behind it. */
    BALANCER("chom.embedded.balancer-url");

    private final String setting;

    PartName(String setting) {
        this.setting = setting;
    }

    /** The property whose presence makes this part unnecessary. */
    String setting() {
        return setting;
    }
}
