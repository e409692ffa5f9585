package io.chom.tenants.platform.mail;

import reactor.core.publisher.Mono;

/** Hands mails to servers. */
interface Postman {

    /** Hands over one mail, once; every failure to do so is a value. */
    Mono<Delivery> deliver(Parcel parcel);
}
