package io.tetherkey.desktop.app;

import io.tetherkey.desktop.phone.PhoneCall;
import io.tetherkey.desktop.phone.PhoneState;
import io.tetherkey.desktop.relay.FlowState;
import io.tetherkey.protocol.bank.BankCall;
import io.tetherkey.protocol.phone.screen.Screen;
import java.util.Optional;

/** Every step of a payment with a phone that does not know the computer yet, in their order. */
enum PaymentStep {
    PHONE_IS_GREETED,
    TRUST_IS_ASKED_ON_THE_PHONE,
    TRUST_IS_AWAITED,
    BOARD_IS_READ,
    BANK_MAKES_THE_OFFER,
    CHIP_GETS_THE_OFFER,
    BANK_CHECKS_CERTIFICATE_AND_LOGIN,
    CHIP_GETS_THE_CHALLENGE,
    KEY_IS_ASKED,
    KEY_IS_TYPED,
    BANK_CHECKS_THE_RESPONSE,
    CHIP_GETS_THE_PAYMENT,
    APPROVAL_IS_ASKED,
    PAYMENT_IS_APPROVED,
    BANK_PAYS,
    CHIP_GETS_THE_RECEIPT,
    RESULT_IS_SHOWN_ON_THE_PHONE,
    RECEIPT_IS_COMPARED;

    /** The step that begins when the computer sees the phone so. */
    static Optional<PaymentStep> of(PhoneState phone) {
        return switch (phone) {
            case PhoneState.Greeting() -> Optional.of(PHONE_IS_GREETED);
            case PhoneState.AskingTrust ignored -> Optional.of(TRUST_IS_AWAITED);
            case PhoneState.Ready ignored -> Optional.of(BOARD_IS_READ);
            case PhoneState.Absent() -> Optional.empty();
            case PhoneState.Unusable ignored -> Optional.empty();
            case PhoneState.Locked ignored -> Optional.empty();
            case PhoneState.Reconnecting ignored -> Optional.empty();
        };
    }

    /** The step that begins when the computer's payment stands there. */
    static Optional<PaymentStep> of(FlowState flow) {
        return switch (flow) {
            case FlowState.AtBank at ->
                Optional.of(
                        at.call() instanceof BankCall.Begin
                                ? BANK_MAKES_THE_OFFER
                                : switch (at.journey().delivered()) {
                                    case 1 -> BANK_CHECKS_CERTIFICATE_AND_LOGIN;
                                    case 2 -> BANK_CHECKS_THE_RESPONSE;
                                    default -> BANK_PAYS;
                                });
            case FlowState.AtPhone at ->
                Optional.of(
                        at.call() instanceof PhoneCall.Open
                                ? CHIP_GETS_THE_OFFER
                                : switch (at.journey().delivered()) {
                                    case 1 -> CHIP_GETS_THE_CHALLENGE;
                                    case 2 -> CHIP_GETS_THE_PAYMENT;
                                    default -> CHIP_GETS_THE_RECEIPT;
                                });
            case FlowState.Judging ignored -> Optional.of(RECEIPT_IS_COMPARED);
            case FlowState.AtRest() -> Optional.empty();
            case FlowState.OrderShown ignored -> Optional.empty();
            case FlowState.UnderWay ignored -> Optional.empty();
            case FlowState.Finished ignored -> Optional.empty();
        };
    }

    /** The step that begins when the phone shows this. */
    static Optional<PaymentStep> of(Screen screen) {
        return switch (screen) {
            case Screen.TrustComputer ignored -> Optional.of(TRUST_IS_ASKED_ON_THE_PHONE);
            case Screen.EnterPaymentKey ignored -> Optional.of(KEY_IS_ASKED);
            case Screen.ApprovePayment ignored -> Optional.of(APPROVAL_IS_ASKED);
            case Screen.PaymentResult ignored -> Optional.of(RESULT_IS_SHOWN_ON_THE_PHONE);
            case Screen.Working working ->
                switch (working.step()) {
                    case CHECKING_KEY -> Optional.of(KEY_IS_TYPED);
                    case FINISHING -> Optional.of(PAYMENT_IS_APPROVED);
                    case OPENING, CHECKING_CODE, RENEWING, ENABLING -> Optional.empty();
                };
            default -> Optional.empty();
        };
    }
}
