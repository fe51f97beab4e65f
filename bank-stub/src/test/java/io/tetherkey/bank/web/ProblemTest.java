package io.tetherkey.bank.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.tetherkey.protocol.message.Fault;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ProblemTest {

    @Test
    void saysWhatTheCatalogueSays() {
        assertThat(json(Problems.of(Fault.ORDER_EXPIRED)))
                .isEqualTo("{\"type\":\"about:blank\",\"title\":\"Order expired\",\"status\":410,"
                        + "\"detail\":\"The order has expired. Nothing was paid.\",\"code\":\"TK-503\","
                        + "\"remedy\":\"Go back to the shop and order again.\",\"actor\":\"you\"}");
    }

    @Test
    void countedTryIsToldWithThoseThatAreLeft() {
        assertThat(json(Problems.counted(Fault.ACTIVATION_CODE_WRONG, 3)))
                .contains("\"status\":403")
                .endsWith(",\"attemptsLeft\":3,\"counted\":true}");
        assertThat(json(Problems.notCounted(Fault.WRONG_PASSWORD))).endsWith(",\"counted\":false}");
    }

    private static String json(Problem problem) {
        return new String(problem.json(), StandardCharsets.UTF_8);
    }
}
