package io.tetherkey.desktop.ui.attention;

import io.tetherkey.desktop.relay.EnrolmentState;
import io.tetherkey.desktop.relay.FlowState;
import io.tetherkey.desktop.relay.LoginState;
import io.tetherkey.desktop.relay.Outcome;
import io.tetherkey.protocol.message.PhoneStatus;
import io.tetherkey.protocol.message.WaitReason;
import java.util.Locale;
import java.util.Optional;

/** What waits for the user. */
public enum Matter {
    /** A shop's order. */
    ORDER,
    /** A login that a bank's page asks for, or its form. */
    LOGIN,
    /** The payment key, on the phone. */
    PAYMENT_KEY,
    /** Approve or decline, on the phone. */
    APPROVAL,
    /** The phone is locked or pulled. */
    PHONE,
    /** The next step of setting up, renewing or removing a bank, on the phone. */
    BANK_ON_PHONE,
    /** The bank cannot be reached. */
    BANK_AWAY,
    /** How it ended. */
    RESULT;

    /** What a payment waits for. */
    static Optional<Matter> of(FlowState state) {
        return switch (state) {
            case FlowState.AtRest() -> Optional.empty();
            case FlowState.OrderShown ignored -> Optional.of(ORDER);
            case FlowState.AtPhone at -> of(at.status());
            case FlowState.PhoneAway ignored -> Optional.of(PHONE);
            case FlowState.BankAway ignored -> Optional.of(BANK_AWAY);
            case FlowState.AtBank ignored -> Optional.empty();
            case FlowState.Cancelling ignored -> Optional.empty();
            case FlowState.Checking ignored -> Optional.empty();
            case FlowState.Judging ignored -> Optional.empty();
            case FlowState.Finished over ->
                over.outcome() instanceof Outcome.Cancelled ? Optional.empty() : Optional.of(RESULT);
        };
    }

    private static Optional<Matter> of(PhoneStatus status) {
        if (status.reason() == WaitReason.WAIT_UNLOCK) {
            return Optional.of(PHONE);
        }
        return switch (status.stage()) {
            case ENTER_PAYMENT_KEY, PAYMENT_KEY_WRONG -> Optional.of(PAYMENT_KEY);
            case CONFIRM_PAYMENT -> Optional.of(APPROVAL);
            case UNLOCK -> Optional.of(PHONE);
            case ENTER_ACTIVATION_CODE, CHOOSE_PAYMENT_KEY, REPEAT_PAYMENT_KEY, CONFIRM_DELETION, CONFIRM_RENEWAL ->
                Optional.of(BANK_ON_PHONE);
            case IDLE, OPENING, FINISHING, TRUST_COMPUTER -> Optional.empty();
        };
    }

    /** What a login waits for. */
    static Optional<Matter> of(LoginState state) {
        return switch (state) {
            case LoginState.AtRest ignored -> Optional.empty();
            case LoginState.Asked ignored -> Optional.of(LOGIN);
            case LoginState.FormShown ignored -> Optional.of(LOGIN);
            case LoginState.AtPhone at -> of(at.status());
            case LoginState.PhoneAway ignored -> Optional.of(PHONE);
            case LoginState.BankAway ignored -> Optional.of(BANK_AWAY);
            case LoginState.AtBank ignored -> Optional.empty();
            case LoginState.Cancelling ignored -> Optional.empty();
            case LoginState.Finished over ->
                over.result() instanceof LoginState.Result.Failed ? Optional.of(RESULT) : Optional.empty();
        };
    }

    /** What a change of a bank waits for. */
    static Optional<Matter> of(EnrolmentState state) {
        return switch (state) {
            case EnrolmentState.AtPhone at -> of(at.status());
            case EnrolmentState.PhoneAway ignored -> Optional.of(PHONE);
            case EnrolmentState.BankAway ignored -> Optional.of(BANK_AWAY);
            case EnrolmentState.Finished ignored -> Optional.of(RESULT);
            case EnrolmentState.AtRest ignored -> Optional.empty();
            case EnrolmentState.AtBank ignored -> Optional.empty();
            case EnrolmentState.Cancelling ignored -> Optional.empty();
        };
    }

    /** The key of its sentence. */
    String key() {
        return "attention." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
