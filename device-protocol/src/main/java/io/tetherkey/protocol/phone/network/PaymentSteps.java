package io.tetherkey.protocol.phone.network;

/** Is told what a payment has reached. */
@FunctionalInterface
public interface PaymentSteps {

    /**
     * @param name one word, stable
     * @param detail for a person
     */
    void reached(String name, String detail);
}
