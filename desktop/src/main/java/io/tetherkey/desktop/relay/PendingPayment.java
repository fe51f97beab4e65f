package io.tetherkey.desktop.relay;

import io.tetherkey.protocol.message.Stage;
import java.time.Instant;
import java.util.Arrays;

/**
 * What is stored before each step, so that a killed app knows on its next start which order to ask about and which
 * sealed bytes to send again. It holds no user name and no password.
 *
 * @param signedOrder the shop's order as it came
 * @param startedAt when the user logged in; the order is checked again as of this time
 */
public record PendingPayment(
        byte[] signedOrder, Instant startedAt, String bankId, int delivered, Stage stage, PendingCall call) {

    public PendingPayment {
        signedOrder = signedOrder.clone();
    }

    @Override
    public byte[] signedOrder() {
        return signedOrder.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PendingPayment that
                && Arrays.equals(that.signedOrder, signedOrder)
                && that.startedAt.equals(startedAt)
                && that.bankId.equals(bankId)
                && that.delivered == delivered
                && that.stage == stage
                && that.call.equals(call);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(signedOrder);
    }

    @Override
    public String toString() {
        return "PendingPayment[" + bankId + ", delivered " + delivered + ", " + call + "]";
    }
}
