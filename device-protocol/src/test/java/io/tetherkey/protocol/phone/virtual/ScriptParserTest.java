package io.tetherkey.protocol.phone.virtual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tetherkey.protocol.phone.virtual.ScriptAction.Button;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScriptParserTest {

    @Test
    void activationCodeIsTypedLikeAPaymentKey() throws Exception {
        assertThat(ScriptParser.parse("on \"Activation code\" do type 482019375561")
                        .getFirst()
                        .actions())
                .containsExactly(new ScriptAction.Type("482019375561"));
    }

    @Test
    void everyActionIsRead() throws Exception {
        String line = "on \"x\" do type 135790, press approve, press approve-unread, press decline,"
                + " press ok, press cancel, wait 500ms,"
                + " wait 2s, unplug, plug, power-cut, lock, unlock";

        assertThat(ScriptParser.parse(line).getFirst().actions())
                .containsExactly(
                        new ScriptAction.Type("135790"),
                        new ScriptAction.Press(Button.APPROVE),
                        new ScriptAction.Press(Button.APPROVE_UNREAD),
                        new ScriptAction.Press(Button.DECLINE),
                        new ScriptAction.Press(Button.OK),
                        new ScriptAction.Press(Button.CANCEL),
                        new ScriptAction.Wait(Duration.ofMillis(500)),
                        new ScriptAction.Wait(Duration.ofSeconds(2)),
                        new ScriptAction.Unplug(),
                        new ScriptAction.Plug(),
                        new ScriptAction.PowerCut(),
                        new ScriptAction.Lock(),
                        new ScriptAction.Unlock());
    }

    @Test
    void onceStandsBeforeOnOrAtTheEndOfTheLine() throws Exception {
        List<ScriptRule> rules = ScriptParser.parse("""
                once on "a" do press ok
                on "a" do press ok, lock once   # spent after its first use
                on "a" do press ok
                """);

        assertThat(rules).extracting(ScriptRule::once).containsExactly(true, true, false);
        assertThat(rules.get(1).actions()).containsExactly(new ScriptAction.Press(Button.OK), new ScriptAction.Lock());
    }

    @Test
    void commentsAndEmptyLinesAreSkippedButNotInsideQuotes() throws Exception {
        List<ScriptRule> rules =
                ScriptParser.parse("# a comment\n\n   \non \"No #7 \\\"new\\\"\" do lock # so be it\r\n");

        assertThat(rules).hasSize(1);
        assertThat(rules.getFirst().matches("x\nNo #7 \"new\"")).isTrue();
    }

    @Test
    void expressionMatchesAnywhereAndLineByLine() throws Exception {
        ScriptRule rule =
                ScriptParser.parse("on \"^Pay \\d+\\.00 CNY\" do lock").getFirst();

        assertThat(rule.matches("Harbour Bank\nPay 128.00 CNY to Lotus Tea House"))
                .isTrue();
        assertThat(rule.matches("Do not Pay 128.00 CNY")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "on Paid do lock",
                "on \"Paid\" lock",
                "on \"Paid\" do",
                "on \"Paid\" do lock,",
                "on \"Paid\" do jump",
                "on \"Paid do lock",
                "on \"(\" do lock",
                "on \"Paid\" do type 12345",
                "on \"Paid\" do type 1357901",
                "on \"Paid\" do type 12345678901",
                "on \"Paid\" do type 1234567890123",
                "on \"Paid\" do type abcdef",
                "on \"Paid\" do press yes",
                "on \"Paid\" do wait 500",
                "on \"Paid\" do wait -1ms",
                "twice on \"Paid\" do lock",
                "do lock"
            })
    void badLineIsRefusedWithItsNumber(String bad) {
        assertThatThrownBy(() -> ScriptParser.parse("# first\non \"a\" do lock\n" + bad + "\non \"b\" do lock"))
                .isInstanceOfSatisfying(
                        ScriptException.class, e -> assertThat(e.line()).isEqualTo(3))
                .hasMessageStartingWith("line 3: ");
    }

    @Test
    void digitsOfABadLineAreNotRepeated() {
        assertThatThrownBy(() -> ScriptParser.parse("on \"a\" do type 13579")).hasMessageNotContaining("13579");
    }

    @Test
    void demoScriptIsGoodAndAnswersBothLanguages() throws Exception {
        List<ScriptRule> rules = PhoneScript.parse(PhoneScript.demoText()).rules();

        for (String text : List.of("Harbour Bank\nPay 128.00 CNY to Lotus Tea House", "港湾银行\n向 荷塘茶舍 付款 128.00 CNY")) {
            assertThat(rules.stream().filter(rule -> rule.matches(text)).findFirst())
                    .get()
                    .extracting(rule -> rule.actions().getLast())
                    .isEqualTo(new ScriptAction.Press(Button.APPROVE));
        }
    }
}
