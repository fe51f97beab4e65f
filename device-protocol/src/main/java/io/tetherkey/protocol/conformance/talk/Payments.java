package io.tetherkey.protocol.conformance.talk;

import io.tetherkey.protocol.conformance.phone.PhoneUnderTest;
import io.tetherkey.protocol.message.Money;
import io.tetherkey.protocol.message.PaymentRequest;
import java.util.HexFormat;

/** Payments that the kit asks for. */
public final class Payments {
    private static final String ACCOUNT = "6222 0009 8765";
    private static final Money AMOUNT = new Money(123_456, "CNY");
    private static final long LIFE = 900;

    private Payments() {}

    /** A new order whose payee's name tells what is to be done. */
    public static PaymentRequest of(PhoneUnderTest phone, PaymentDeed deed) {
        return new PaymentRequest(
                HexFormat.of().formatHex(phone.random(16)),
                phone.random(32),
                deed.payee(),
                ACCOUNT,
                AMOUNT,
                phone.now().plusSeconds(LIFE));
    }
}
