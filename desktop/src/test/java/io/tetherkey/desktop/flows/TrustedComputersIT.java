package io.tetherkey.desktop.flows;

import io.tetherkey.desktop.kit.PhoneInHand;
import io.tetherkey.desktop.kit.TetherKeyTest;
import io.tetherkey.desktop.kit.WindowOnTest;
import io.tetherkey.desktop.ui.window.Page;
import io.tetherkey.protocol.phone.screen.Screen;
import org.junit.jupiter.api.Test;

/** The list of computers that the phone trusts. */
@TetherKeyTest
class TrustedComputersIT {

    @Test
    void thisComputerIsTakenAwayAfterAQuestionAndThePhoneAsksAnew(PhoneInHand phone, WindowOnTest window) {
        window.turnTo(Page.SETTINGS);
        window.expectPart("#computer-1", "(this computer)");
        window.press("#revoke-1");
        window.expectStart("#revoke-question", "Take trust away from ");
        window.press("#revoke-no");
        window.expectGone("#revoke-question");
        window.press("#revoke-1");
        window.press("#revoke-yes");

        phone.expect(Screen.TrustComputer.class);
        window.expectGone("#computer-1");
        window.turnTo(Page.PAY);
        window.expect("#phone-detail", "It does not know this computer yet");
        phone.trustComputer();
        window.expect("#phone-detail", "Connected and ready");
        window.turnTo(Page.SETTINGS);
        window.expectPart("#computer-1", "(this computer)");
    }
}
