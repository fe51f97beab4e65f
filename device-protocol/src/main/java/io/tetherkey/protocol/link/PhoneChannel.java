package io.tetherkey.protocol.link;

import java.util.Arrays;

/**
 * The phone's open channel and how it came about.
 *
 * @param model the product name that HELLO_OK tells
 * @param hello what opened the channel: the same again is answered again
 */
public record PhoneChannel(String model, Hello hello, LinkChannel channel) {

    PhoneChannel with(LinkChannel changed) {
        return new PhoneChannel(model, hello, changed);
    }

    boolean isOpenedBy(Hello other) {
        return Arrays.equals(hello.nonce(), other.nonce());
    }
}
