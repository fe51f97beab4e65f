package io.tetherkey.protocol.phone.virtual;

import static org.assertj.core.api.Assertions.assertThat;

import io.tetherkey.protocol.phone.InputSource;
import io.tetherkey.protocol.phone.UserAction;
import io.tetherkey.protocol.phone.flash.CuttableMedium;
import io.tetherkey.protocol.phone.screen.Screen;
import io.tetherkey.protocol.phone.screen.ScreenTexts;
import io.tetherkey.protocol.seal.RandomSource;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ScriptedDisplayTest {
    private static final String COMPLAINT =
            "phone script: no rule is left for the screen %s, which waits for an answer";

    private final List<String> done = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();
    private final PhoneHands hands = new PhoneHands() {
        @Override
        public void act(UserAction action) {
            done.add(action.getClass().getSimpleName());
        }

        @Override
        public void unplug() {}

        @Override
        public void plug() {}

        @Override
        public void powerCut() {}
    };
    private final ScriptedDisplay display = scripted("on \"Trust\" do press approve");

    @Test
    void phoneThatStartsOrLosesItsPowerDrawsNoComplaint() throws Exception {
        var body = new PhoneBody(new CuttableMedium(), RandomSource.secure(), Clock.systemUTC(), display);
        body.powerOn();
        body.powerCut();
        assertThat(complaints).isEmpty();
    }

    @Test
    void phoneThatIsLockedLaterDoes() throws Exception {
        var body = new PhoneBody(new CuttableMedium(), RandomSource.secure(), Clock.systemUTC(), display);
        body.powerOn();
        body.acted(new UserAction.Lock(), InputSource.OWN_GLASS);
        assertThat(complaints).containsExactly(COMPLAINT.formatted("Locked"));
    }

    @Test
    void onlyTheFirstScreenOfAStartIsPassedOver() {
        display.switchedOn();
        display.show(new Screen.Locked());
        display.show(new Screen.Home(List.of()));
        display.show(new Screen.Locked());
        assertThat(complaints).containsExactly(COMPLAINT.formatted("Locked"));
    }

    /** Without the word of the start the same question would be no new screen, and nobody would answer it. */
    @Test
    void questionThatIsShownAgainAfterAPowerCutIsAnsweredAgain() {
        var question = new Screen.TrustComputer("Alice’s PC", Instant.EPOCH);
        display.show(question);
        display.switchedOn();
        display.show(new Screen.Locked());
        display.show(question);
        assertThat(done).containsExactly("EndReached", "Approve", "EndReached", "Approve");
        assertThat(complaints).isEmpty();
    }

    private ScriptedDisplay scripted(String script) {
        try {
            var runner = new ScriptRunner(PhoneScript.parse(script), hands, Runnable::run, time -> {});
            return new ScriptedDisplay(runner, new ScreenTexts(Locale.ENGLISH, ZoneOffset.UTC), complaints::add);
        } catch (ScriptException e) {
            throw new AssertionError(e);
        }
    }
}
