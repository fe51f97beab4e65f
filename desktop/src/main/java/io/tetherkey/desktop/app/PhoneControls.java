package io.tetherkey.desktop.app;

import io.tetherkey.desktop.phone.PhoneRack;
import io.tetherkey.desktop.phone.PhoneUse;
import io.tetherkey.desktop.phone.TrustedComputers;
import io.tetherkey.desktop.phone.TrustedComputers.Answer;
import io.tetherkey.desktop.relay.EnrolmentState;
import io.tetherkey.desktop.relay.FlowState;
import io.tetherkey.desktop.relay.LoginState;
import io.tetherkey.desktop.ui.TaskRunner;
import io.tetherkey.desktop.ui.computers.ComputersViewModel;
import io.tetherkey.desktop.ui.phones.PhonesViewModel;
import java.util.function.Consumer;

/**
 * Connects what the user does to phones, besides paying, with the phones, and keeps the one in use to what is under way.
 * The flows' threads tell it their states.
 */
final class PhoneControls {

    private final PhonesViewModel window;
    private final PhoneRack phones;
    private final TaskRunner runner;
    private boolean paying;
    private boolean enrolling;
    private boolean loggingIn;
    private boolean ordered;
    private boolean asked;

    PhoneControls(PhonesViewModel window, PhoneRack phones, TaskRunner runner) {
        this.window = window;
        this.phones = phones;
        this.runner = runner;
        window.onChoose(phones::choose);
        window.onWink(number -> phones.wink(number, why -> runner.onUi(() -> window.refuse(why))));
    }

    void trustedComputers(ComputersViewModel list, TrustedComputers phone) {
        Consumer<Answer> show = answer -> runner.onUi(() -> list.show(answer));
        list.onLook(() -> phone.look(show));
        list.onRevoke(computer -> phone.revoke(computer, show));
    }

    synchronized void flowChanged(FlowState state) {
        paying = state instanceof FlowState.UnderWay;
        ordered = state instanceof FlowState.OrderShown;
        bind();
    }

    synchronized void flowChanged(LoginState state) {
        loggingIn = state instanceof LoginState.UnderWay;
        asked = state instanceof LoginState.Asked || state instanceof LoginState.FormShown;
        bind();
    }

    synchronized void slotsChanged(EnrolmentState state) {
        enrolling = state instanceof EnrolmentState.UnderWay;
        bind();
    }

    private void bind() {
        PhoneUse use = use();
        phones.bind(use);
        runner.onUi(() -> window.show(use));
    }

    private PhoneUse use() {
        if (paying || enrolling || loggingIn) {
            return PhoneUse.BOUND;
        }
        return ordered || asked ? PhoneUse.CHOSEN : PhoneUse.FREE;
    }
}
