package io.tetherkey.protocol.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.tetherkey.protocol.conformance.CaseResult.Outcome;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReportTest {
    private static final CaseResult PASSED = result("LINK-P-01", new Outcome.Pass());
    private static final CaseResult FAILED = result("LINK-F-02", new Outcome.Fail("a \"no\"", "码\n\\"));
    private static final CaseResult NOT_RUN = result("SESS-P-03", new Outcome.NotRun("no bank key"));

    private static CaseResult result(String id, Outcome outcome) {
        return new CaseResult(
                ConformanceCase.of(id, "HELLO", "The phone must.", phone -> {}), outcome, Duration.ofMillis(7));
    }

    @Test
    void jsonKeepsItsSchema() {
        assertThat(ReportJson.of("tcp://127.0.0.1:7337", "A phone", List.of(PASSED, FAILED, NOT_RUN)))
                .isEqualTo("{\"schema\":1,\"phone\":\"tcp://127.0.0.1:7337\",\"model\":\"A phone\",\"conforms\":false,"
                        + "\"passed\":1,\"failed\":1,\"notRun\":1,\"cases\":["
                        + "{\"id\":\"LINK-P-01\",\"section\":\"HELLO\",\"requirement\":\"The phone must.\","
                        + "\"outcome\":\"pass\",\"millis\":7},"
                        + "{\"id\":\"LINK-F-02\",\"section\":\"HELLO\",\"requirement\":\"The phone must.\","
                        + "\"outcome\":\"fail\",\"expected\":\"a \\\"no\\\"\",\"seen\":\"\\u7801\\u000a\\\\\",\"millis\":7},"
                        + "{\"id\":\"SESS-P-03\",\"section\":\"HELLO\",\"requirement\":\"The phone must.\","
                        + "\"outcome\":\"notRun\",\"reason\":\"no bank key\",\"millis\":7}]}");
    }

    @Test
    void failureTellsWhatWasExpectedAndSeenAndWhereItStands() {
        assertThat(ReportText.of(FAILED).lines())
                .containsExactly(
                        "FAIL     LINK-F-02  The phone must.",
                        "         expected  a \"no\"",
                        "         seen      码",
                        "\\",
                        "         see       PROTOCOL.md, \"HELLO\"");
    }

    @Test
    void phoneConformsOnlyIfEveryCaseWasRunAndHeld() {
        assertThat(ReportText.summary(List.of(PASSED))).isEqualTo("CONFORMS  1 passed, 0 failed, 0 not run");
        assertThat(ReportText.summary(List.of(PASSED, NOT_RUN)))
                .isEqualTo("NOT DECIDED  1 passed, 0 failed, 1 not run");
        assertThat(ReportText.summary(List.of(PASSED, FAILED, NOT_RUN)))
                .isEqualTo("DOES NOT CONFORM  1 passed, 1 failed, 1 not run");
        assertThat(ReportText.holds(List.of())).isFalse();
    }
}
