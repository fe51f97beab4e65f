package io.tetherkey.protocol.phone.virtual;

import static org.assertj.core.api.Assertions.assertThat;

import io.tetherkey.protocol.phone.UserAction;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScriptRunnerTest {
    private final List<String> done = new ArrayList<>();

    private final PhoneHands hands = new PhoneHands() {
        @Override
        public void act(UserAction action) {
            done.add(
                    action instanceof UserAction.DigitsTyped(char[] digits)
                            ? new String(digits)
                            : action.getClass().getSimpleName());
        }

        @Override
        public void unplug() {
            done.add("unplug");
        }

        @Override
        public void plug() {
            done.add("plug");
        }

        @Override
        public void powerCut() {
            done.add("power-cut");
        }
    };

    @Test
    void firstMatchingRuleIsCarriedOutAlone() throws Exception {
        ScriptRunner runner = runner("on \"Wrong\" do type 222222\non \"key\" do type 111111\non \"key\" do lock");

        runner.screenShown("Payment key");
        runner.screenShown("Wrong payment key, 9 tries left");

        assertThat(done).containsExactly("111111", "222222");
    }

    @Test
    void onceRuleGivesWayToTheNextAfterItsUse() throws Exception {
        ScriptRunner runner = runner("once on \"key\" do type 000000\non \"key\" do type 135790");

        runner.screenShown("key");
        runner.screenShown("Working");
        runner.screenShown("key");
        runner.screenShown("Working");
        runner.screenShown("key");

        assertThat(done).containsExactly("000000", "135790", "135790");
    }

    @Test
    void screenWithoutARuleIsTold() throws Exception {
        ScriptRunner runner = runner("once on \"key\" do type 000000");

        assertThat(runner.screenShown("key")).isTrue();
        assertThat(runner.screenShown("key")).isTrue();
        assertThat(runner.screenShown("Wrong key")).isFalse();
    }

    @Test
    void sameTextAgainIsNoNewScreen() throws Exception {
        ScriptRunner runner = runner("on \"Paid\" do press ok");

        runner.screenShown("Paid");
        runner.screenShown("Paid");

        assertThat(done).containsExactly("Ok");
    }

    @Test
    void approveIsPressedOnlyAfterTheTextWasRead() throws Exception {
        runner("on \"Pay\" do press approve").screenShown("Pay 1.00 CNY");

        assertThat(done).containsExactly("EndReached", "Approve");
    }

    @Test
    void hastyHandApprovesWithoutReading() throws Exception {
        runner("on \"Pay\" do press approve-unread").screenShown("Pay 1.00 CNY");

        assertThat(done).containsExactly("Approve");
    }

    @Test
    void actionsAreDoneInTheirOrder() throws Exception {
        runner("on \"x\" do unplug, wait 500ms, plug, power-cut, unlock, press decline, press cancel, lock")
                .screenShown("x");

        assertThat(done)
                .containsExactly("unplug", "PT0.5S", "plug", "power-cut", "Unlock", "Decline", "Cancel", "Lock");
    }

    @Test
    void screenWithoutARuleIsLeftAlone() throws Exception {
        runner("on \"x\" do lock").screenShown("Ready");

        assertThat(done).isEmpty();
    }

    private ScriptRunner runner(String script) throws ScriptException {
        return new ScriptRunner(PhoneScript.parse(script), hands, Runnable::run, time -> done.add(time.toString()));
    }
}
