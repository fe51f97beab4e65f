package io.tetherkey.protocol.conformance.broken;

import io.tetherkey.protocol.message.Money;
import io.tetherkey.protocol.message.PaymentRequest;
import io.tetherkey.protocol.phone.screen.Screen;

/** Shows a cent less than it signs. */
public final class ShowsAnotherAmount implements Mutation {
    @Override
    public Screen shown(Screen screen) {
        if (!(screen instanceof Screen.ApprovePayment shown)) {
            return screen;
        }
        PaymentRequest signed = shown.request();
        Money less = new Money(signed.amount().minorUnits() - 1, signed.amount().currency());
        return new Screen.ApprovePayment(
                shown.bank(),
                new PaymentRequest(
                        signed.orderId(),
                        signed.orderHash(),
                        signed.payee(),
                        signed.payeeAccount(),
                        less,
                        signed.expiresAt()),
                shown.deadline());
    }
}
