package io.tetherkey.desktop.ui.enrolment;

import io.tetherkey.desktop.relay.EnrolmentState;
import io.tetherkey.desktop.relay.SlotChange;
import io.tetherkey.desktop.ui.TaskRunner;
import io.tetherkey.desktop.ui.Texts;
import io.tetherkey.desktop.ui.Tone;
import io.tetherkey.desktop.ui.fault.Ending;
import io.tetherkey.desktop.ui.fault.FaultWords;
import io.tetherkey.desktop.ui.ladder.LadderViewModel;
import io.tetherkey.desktop.ui.ladder.Progress;
import io.tetherkey.desktop.ui.ladder.Progress.Telling;
import io.tetherkey.desktop.ui.ladder.Progress.WaitsFor;
import io.tetherkey.protocol.bank.BankCall;
import io.tetherkey.protocol.message.Actor;
import io.tetherkey.protocol.message.Counting;
import io.tetherkey.protocol.message.Fault;
import io.tetherkey.protocol.message.PhoneStatus;
import io.tetherkey.protocol.message.Stage;
import io.tetherkey.protocol.message.WaitReason;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** The one thing that the user must do now, and how the change ended, in words. */
public final class EnrolmentProgressViewModel {

    private static final int BANK = 1;
    private static final int CODE = 2;
    private static final int KEY = 3;
    private static final int ENABLED = 4;

    private final Texts texts;
    private final ReadOnlyStringWrapper heading = new ReadOnlyStringWrapper("");
    private final Progress<Progress.StepLine> underWay;
    private final Ending ending = new Ending();
    private final ReadOnlyBooleanWrapper canRetry = new ReadOnlyBooleanWrapper();
    private final ReadOnlyIntegerWrapper step = new ReadOnlyIntegerWrapper();
    private EnrolmentState state = new EnrolmentState.AtRest(0);

    EnrolmentProgressViewModel(Texts texts, TaskRunner runner) {
        this.texts = texts;
        this.underWay = new Progress<>(texts, runner);
        texts.onLanguage(this::render);
    }

    public ReadOnlyStringProperty headingProperty() {
        return heading.getReadOnlyProperty();
    }

    /** What to do or wait for now; silent unless a change is under way. */
    public Progress<?> underWay() {
        return underWay;
    }

    /** How the change ended, in words. */
    public Ending ending() {
        return ending;
    }

    /** Whether the last call, or all of it, can be made again. */
    public ReadOnlyBooleanProperty canRetryProperty() {
        return canRetry.getReadOnlyProperty();
    }

    /** Which of the four steps of setting a bank up is reached: bank, letter's code, payment key, enabled; 0 for none. */
    public ReadOnlyIntegerProperty stepProperty() {
        return step.getReadOnlyProperty();
    }

    void show(EnrolmentState next) {
        state = next;
        step.set(
                switch (next) {
                    case EnrolmentState.AtRest ignored -> 0;
                    case EnrolmentState.UnderWay under when !(under.change() instanceof SlotChange.SetUp) -> 0;
                    case EnrolmentState.AtPhone at ->
                        Math.max(step.get(), stepOf(at.status().stage()));
                    case EnrolmentState.AtBank at when at.call() instanceof BankCall.BeginEnrolment -> BANK;
                    case EnrolmentState.UnderWay ignored -> Math.max(BANK, step.get());
                    case EnrolmentState.Finished finished ->
                        finished.result() instanceof EnrolmentState.Result.Done
                                        && finished.change() instanceof SlotChange.SetUp
                                ? ENABLED
                                : 0;
                });
        render();
    }

    private static int stepOf(Stage stage) {
        return switch (stage) {
            case ENTER_ACTIVATION_CODE -> CODE;
            case CHOOSE_PAYMENT_KEY, REPEAT_PAYMENT_KEY -> KEY;
            case IDLE,
                    OPENING,
                    TRUST_COMPUTER,
                    UNLOCK,
                    ENTER_PAYMENT_KEY,
                    PAYMENT_KEY_WRONG,
                    CONFIRM_PAYMENT,
                    CONFIRM_DELETION,
                    CONFIRM_RENEWAL,
                    FINISHING -> BANK;
        };
    }

    private void render() {
        clear();
        switch (state) {
            case EnrolmentState.AtRest ignored -> say("", Tone.QUIET);
            case EnrolmentState.UnderWay under -> {
                heading.set(texts.get(
                        headingKey(under.change()),
                        texts.bankName(under.change().bank())));
                underWay(under);
            }
            case EnrolmentState.Finished finished -> ended(finished);
        }
    }

    private void clear() {
        heading.set("");
        ending.clear();
        canRetry.set(false);
    }

    private static String headingKey(SlotChange change) {
        return switch (change) {
            case SlotChange.SetUp ignored -> "enrol.heading.set-up";
            case SlotChange.Renew ignored -> "enrol.heading.renew";
            case SlotChange.Remove ignored -> "enrol.heading.remove";
        };
    }

    private void underWay(EnrolmentState.UnderWay under) {
        switch (under) {
            case EnrolmentState.AtBank at ->
                say(
                        at.call() instanceof BankCall.BeginEnrolment ? "enrol.now.calling" : "enrol.now.bank-checks",
                        Tone.WORKING);
            case EnrolmentState.AtPhone at -> atPhone(at.status());
            case EnrolmentState.PhoneAway away ->
                say(away.why() == Fault.PHONE_LOCKED ? "enrol.now.unlock" : "enrol.now.plug-in", Tone.YOUR_TURN);
            case EnrolmentState.BankAway away -> {
                canRetry.set(true);
                tell("", Tone.BAD, "", Optional.of(FaultWords.of(away.why(), texts)));
            }
            case EnrolmentState.Cancelling ignored -> say("enrol.now.cancelling", Tone.WORKING);
        }
    }

    private void atPhone(PhoneStatus status) {
        if (status.reason() == WaitReason.WAIT_UNLOCK) {
            yours("enrol.now.unlock", status);
            return;
        }
        switch (status.stage()) {
            case ENTER_ACTIVATION_CODE -> yours("enrol.now.code", status);
            case CHOOSE_PAYMENT_KEY -> yours("enrol.now.choose-key", status);
            case REPEAT_PAYMENT_KEY -> yours("enrol.now.repeat-key", status);
            case CONFIRM_DELETION -> yours("enrol.now.confirm-removal", status);
            case CONFIRM_RENEWAL -> yours("enrol.now.confirm-renewal", status);
            case UNLOCK -> yours("enrol.now.unlock", status);
            case IDLE, OPENING, ENTER_PAYMENT_KEY, PAYMENT_KEY_WRONG, CONFIRM_PAYMENT, FINISHING, TRUST_COMPUTER ->
                say("enrol.now.phone-works", Tone.WORKING);
        }
    }

    private void yours(String key, PhoneStatus status) {
        say(key, Tone.YOUR_TURN, LadderViewModel.left(status, texts));
    }

    private void say(String key, Tone toneNow) {
        say(key, toneNow, "");
    }

    private void say(String key, Tone toneNow, String left) {
        tell(key, toneNow, left, Optional.empty());
    }

    private void tell(String key, Tone toneNow, String left, Optional<FaultWords> why) {
        underWay.tell(
                key,
                new Telling<>(
                        List.of(),
                        key.isEmpty() ? "" : texts.get(key),
                        left,
                        toneNow,
                        why,
                        toneNow == Tone.WORKING ? WaitsFor.WORK : WaitsFor.NO_WORK));
    }

    private void ended(EnrolmentState.Finished finished) {
        say("", Tone.QUIET);
        String bank = texts.bankName(finished.change().bank());
        heading.set(texts.get(headingKey(finished.change()), bank));
        switch (finished.result()) {
            case EnrolmentState.Result.Done() -> {
                String key = doneKey(finished.change());
                ending.reach(texts.get(key), texts.get(key + ".sentence", bank));
            }
            case EnrolmentState.Result.Failed(Fault why, var left) -> {
                ending.fail(
                        texts.get("enrol.failed"),
                        why.actor() == Actor.NOBODY ? Tone.QUIET : Tone.BAD,
                        left.isEmpty() && why.counting() == Counting.NEVER
                                ? FaultWords.of(why, texts)
                                : FaultWords.ofFlow(
                                        why, texts, left.isPresent() ? texts.get("enrol.tries", left.getAsInt()) : ""));
                canRetry.set(why != Fault.SLOT_EXISTS);
            }
        }
    }

    private static String doneKey(SlotChange change) {
        return switch (change) {
            case SlotChange.SetUp ignored -> "enrol.done.set-up";
            case SlotChange.Renew ignored -> "enrol.done.renew";
            case SlotChange.Remove ignored -> "enrol.done.remove";
        };
    }
}
