package io.tetherkey.protocol.phone.virtual;

import io.tetherkey.protocol.phone.network.PaymentSteps;
import io.tetherkey.protocol.phone.screen.Screen;
import io.tetherkey.protocol.phone.screen.ScreenLine;
import io.tetherkey.protocol.phone.screen.ScreenTexts;
import java.util.List;

/** Says which screen the phone shows, by its name and its headline. */
record TellingDisplay(PaymentSteps steps, ScreenTexts texts) implements PhoneDisplay {

    @Override
    public void show(Screen screen) {
        switch (screen) {
            case Screen.EnterPaymentKey key -> told("payment-key", screen);
            case Screen.ApprovePayment approve -> told("approval", screen);
            case Screen.Working(var bank, Screen.Step step) when step == Screen.Step.OPENING -> told("opening", screen);
            case Screen.Working(var bank, Screen.Step step)
            when step == Screen.Step.CHECKING_KEY -> told("checking", screen);
            case Screen.Working working -> told("finishing", screen);
            case Screen.EnterActivationCode code -> told("activation-code", screen);
            case Screen.ChoosePaymentKey choose -> told("choose-key", screen);
            case Screen.ConfirmRenewal renewal -> told("renewal", screen);
            case Screen.ConfirmDeletion deletion -> told("deletion", screen);
            case Screen.SlotChanged changed -> told("result", screen);
            case Screen.PaymentResult result -> told("result", screen);
            case Screen.LoginResult result -> told("result", screen);
            case Screen.Stopped stopped -> told("stopped", screen);
            case Screen.StorageFailed failed -> told("storage-failed", screen);
            case Screen.InputDeviceAttached attached -> told("other-keyboard", screen);
            case Screen.Locked locked -> {}
            case Screen.TrustComputer trust -> told("trust", screen);
            case Screen.Home home -> {}
            case Screen.Records records -> {}
            case Screen.Computers computers -> {}
            case Screen.ConfirmRevocation revocation -> {}
        }
    }

    private void told(String name, Screen screen) {
        List<ScreenLine> lines = screen.lines(texts);
        steps.reached(name, lines.get(Math.min(1, lines.size() - 1)).plain());
    }

    @Override
    public void cable(CableState state) {
        // There is no cable.
    }

    @Override
    public void winked() {
        // There is no computer.
    }
}
