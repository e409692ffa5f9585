package io.chom.embedded;

/** The parts, in the order in which they are shown. */
enum PartName {
    POSTGRES("chom.postgres.url"),
    KAFKA("chom.kafka.bootstrap-servers");

    private final String setting;

    PartName(String setting) {
        this.setting = setting;
    }

    /** The property whose presence makes this part unnecessary. */
    String setting() {
        return setting;
    }
}
