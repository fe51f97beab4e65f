package io.tetherkey.protocol.bank;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tetherkey.protocol.cbor.CborException;
import io.tetherkey.protocol.cbor.CborMapWriter;
import io.tetherkey.protocol.message.Fault;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class BankAnswersTest {

    private static final String CBOR = "application/cbor";
    private static final BankCall BEGIN = new BankCall.Begin(new byte[1]);
    private static final BankCall ASK = new BankCall.AskStatus("0".repeat(32));

    @Test
    void offerIsReadExactly() throws CborException {
        byte[] body =
                new CborMapWriter().put(1, new byte[16]).put(2, new byte[] {5}).encode();
        assertThat(BankAnswers.read(BEGIN, 201, CBOR, body))
                .isInstanceOfSatisfying(BankReply.Offered.class, offered -> {
                    assertThat(offered.sessionId()).hasSize(16);
                    assertThat(offered.offer()).containsExactly(5);
                });
        byte[] more = new CborMapWriter()
                .put(1, new byte[16])
                .put(2, new byte[] {5})
                .put(3, 1)
                .encode();
        assertThatThrownBy(() -> BankAnswers.read(BEGIN, 201, CBOR, more)).isInstanceOf(CborException.class);
    }

    @Test
    void answerOfAnotherTypeIsRefused() {
        assertThatThrownBy(() -> BankAnswers.read(BEGIN, 200, "text/html", "<html>".getBytes(UTF_8)))
                .isInstanceOf(CborException.class);
    }

    @ParameterizedTest
    @EnumSource(OrderStatus.class)
    void everyStatusIsRead(OrderStatus status) throws CborException {
        byte[] body = told("0".repeat(32), status.code());
        assertThat(BankAnswers.read(ASK, 200, CBOR, body))
                .isEqualTo(new BankReply.Told(status, "harbour", "R-1", Fault.PAYMENT_FAILED));
    }

    @Test
    void reasonOfAFailedOrderIsRead() throws CborException {
        byte[] body = new CborMapWriter()
                .put(1, "0".repeat(32))
                .put(2, "failed")
                .put(3, "harbour")
                .put(4, "")
                .put(5, new byte[0])
                .put(6, "TK-506")
                .encode();
        assertThat(BankAnswers.read(ASK, 200, CBOR, body))
                .isEqualTo(new BankReply.Told(OrderStatus.FAILED, "harbour", "", Fault.INSUFFICIENT_FUNDS));
    }

    @Test
    void statusOfAnotherOrderIsRefused() {
        assertThatThrownBy(() -> BankAnswers.read(ASK, 200, CBOR, told("1".repeat(32), "paid")))
                .isInstanceOf(CborException.class);
    }

    @Test
    void problemBecomesItsFaultAndNothingOfTheBanksTextIsKept() throws CborException {
        String problem =
                "{\"type\":\"about:blank\",\"title\":\"<script>\",\"status\":401,\"code\":\"TK-403\",\"attemptsLeft\":9,\"counted\":true}";
        assertThat(BankAnswers.read(BEGIN, 401, "application/problem+json", problem.getBytes(UTF_8)))
                .isEqualTo(new BankReply.Refused(Fault.WRONG_PAYMENT_KEY, OptionalInt.of(9)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "not json", "{\"code\":\"TK-9999\"}", "{\"code\":\"TK-000\"}"})
    void unknownProblemIsARefusalOrAnOutage(String body) throws CborException {
        assertThat(BankAnswers.read(BEGIN, 400, "", body.getBytes(UTF_8)))
                .isEqualTo(new BankReply.Refused(Fault.BANK_REFUSED, OptionalInt.empty()));
        assertThat(BankAnswers.read(BEGIN, 503, "", "".getBytes(UTF_8)))
                .isEqualTo(new BankReply.Unreachable(Fault.BANK_UNREACHABLE));
    }

    private static byte[] told(String orderId, String status) {
        return new CborMapWriter()
                .put(1, orderId)
                .put(2, status)
                .put(3, "harbour")
                .put(4, "R-1")
                .put(5, new byte[0])
                .encode();
    }

    @Test
    void completionCodeIsEightDigitsAndNothingElse() throws CborException {
        var call = new BankCall.CompleteLogin(new byte[16]);
        byte[] good = new CborMapWriter().put(1, "01234567").encode();
        assertThat(BankAnswers.read(call, 200, "application/cbor", good))
                .isEqualTo(new BankReply.Completed("01234567"));
        for (String text : List.of("", "1234567", "1234567x", "١٢٣٤٥٦٧٨")) {
            byte[] bad = new CborMapWriter().put(1, text).encode();
            assertThatThrownBy(() -> BankAnswers.read(call, 200, "application/cbor", bad))
                    .isInstanceOf(CborException.class);
        }
    }
}
