package io.tetherkey.desktop.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.tetherkey.desktop.ui.Samples;
import io.tetherkey.protocol.bank.BankCall;
import io.tetherkey.protocol.bank.BankReply;
import io.tetherkey.protocol.message.PhoneStatus;
import io.tetherkey.protocol.message.Stage;
import io.tetherkey.protocol.message.WaitReason;
import java.util.OptionalInt;

/** Steps of a payment, by the call that was answered. */
abstract class PaymentProcessSteps {
    static final byte[] MESSAGE = {1, 2, 3};

    static FlowStep after(FlowState state, FlowEvent event) {
        return PaymentProcess.next(state, event);
    }

    static Outcome outcome(FlowStep step) {
        assertThat(step.state()).isInstanceOf(FlowState.Finished.class);
        return ((FlowState.Finished) step.state()).outcome();
    }

    static FlowEvent bank(FlowStep step, BankReply reply) {
        return new FlowEvent.BankReplied(((FlowState.UnderWay) step.state()).step(), reply);
    }

    static FlowState atPhone(int delivered) {
        return new FlowState.AtPhone(
                Samples.journey(delivered, Stage.CONFIRM_PAYMENT), 5, Samples.relay(), status(Stage.CONFIRM_PAYMENT));
    }

    static PhoneStatus status(Stage stage) {
        return new PhoneStatus(WaitReason.WAIT_USER, stage, 60, OptionalInt.empty());
    }

    static BankCall status() {
        return new BankCall.AskStatus(Samples.ORDER.order().orderId());
    }
}
