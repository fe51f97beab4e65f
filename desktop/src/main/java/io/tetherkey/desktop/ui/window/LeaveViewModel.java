package io.tetherkey.desktop.ui.window;

import io.tetherkey.desktop.relay.EnrolmentState;
import io.tetherkey.desktop.relay.FlowState;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Asks once, when the window is to be closed while something is under way, whether the user wants to leave it. */
public final class LeaveViewModel {

    /** What is asked. */
    public enum Question {
        NONE,
        /** A payment is under way; it is stored and goes on later. */
        PAYMENT,
        /** A bank on the phone is being changed; that begins anew later. */
        SLOT_CHANGE
    }

    private final ReadOnlyObjectWrapper<Question> question = new ReadOnlyObjectWrapper<>(Question.NONE);
    private boolean paying;
    private boolean changing;
    private Runnable leave = () -> {};

    LeaveViewModel() {}

    public ReadOnlyObjectProperty<Question> questionProperty() {
        return question.getReadOnlyProperty();
    }

    /** @param leave closes the window */
    public void onLeave(Runnable leave) {
        this.leave = leave;
    }

    void show(FlowState state) {
        paying = state instanceof FlowState.UnderWay;
        forgetIfOver();
    }

    void show(EnrolmentState state) {
        changing = state instanceof EnrolmentState.UnderWay;
        forgetIfOver();
    }

    private void forgetIfOver() {
        if (question.get() != underWay()) {
            question.set(Question.NONE);
        }
    }

    private Question underWay() {
        if (paying) {
            return Question.PAYMENT;
        }
        return changing ? Question.SLOT_CHANGE : Question.NONE;
    }

    /** Whether the window may be closed now; if not, the question is asked. Who closes it a second time is not asked. */
    public boolean mayClose() {
        boolean asked = question.get() != Question.NONE;
        if (asked || underWay() == Question.NONE) {
            return true;
        }
        question.set(underWay());
        return false;
    }

    public void stay() {
        question.set(Question.NONE);
    }

    public void leave() {
        leave.run();
    }
}
