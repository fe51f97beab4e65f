package io.tetherkey.protocol.bank;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tetherkey.protocol.cbor.CborException;
import io.tetherkey.protocol.cbor.CborMapReader;
import io.tetherkey.protocol.message.Fault;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Turns a bank's HTTP answer into a {@link BankReply}; pure. */
public final class BankAnswers {

    /** The longest body that is read: one message of TK1 with room for its map. */
    public static final int MAX_BODY_BYTES = 70_000;

    private static final int MAX_MESSAGE_BYTES = 65_536;
    private static final int SESSION_ID_BYTES = 16;

    /** The two members of a problem document that a program acts on (RFC 9457); texts of the bank are never shown. */
    private static final Pattern CODE = Pattern.compile("\"code\"\\s*:\\s*\"(TK-[0-9]{3})\"");

    private static final Pattern ATTEMPTS = Pattern.compile("\"attemptsLeft\"\\s*:\\s*(10|[0-9])\\b");

    private static final Pattern COMPLETION_CODE = Pattern.compile("[0-9]{8}");

    private BankAnswers() {}

    /**
     * What an answer means.
     *
     * @param status the HTTP status
     * @param body at most {@link #MAX_BODY_BYTES}
     * @throws CborException if the bank's yes has not its form
     */
    public static BankReply read(BankCall call, int status, String contentType, byte[] body) throws CborException {
        if (status < 200 || status > 299) {
            return problem(status, new String(body, UTF_8));
        }
        if (!contentType.startsWith("application/cbor")) {
            throw new CborException("the answer is not application/cbor");
        }
        return switch (call) {
            case BankCall.Begin ignored -> offer(CborMapReader.of(body));
            case BankCall.BeginLogin ignored -> offer(CborMapReader.of(body));
            case BankCall.CompleteLogin ignored -> completed(CborMapReader.of(body));
            case BankCall.BeginEnrolment ignored -> offer(CborMapReader.of(body));
            case BankCall.Deliver ignored -> new BankReply.Answered(body);
            case BankCall.DeliverEnrolment ignored -> new BankReply.Answered(body);
            case BankCall.AskStatus ask -> told(ask, CborMapReader.of(body));
        };
    }

    private static BankReply offer(CborMapReader in) throws CborException {
        var offered = new BankReply.Offered(
                in.bytes(1, SESSION_ID_BYTES, SESSION_ID_BYTES), in.bytes(2, 1, MAX_MESSAGE_BYTES));
        in.end();
        return offered;
    }

    private static BankReply completed(CborMapReader in) throws CborException {
        String code = in.text(1, 8);
        in.end();
        if (!COMPLETION_CODE.matcher(code).matches()) {
            throw new CborException("not a completion code");
        }
        return new BankReply.Completed(code);
    }

    private static BankReply told(BankCall.AskStatus ask, CborMapReader in) throws CborException {
        if (!in.text(1, 32).equals(ask.orderId())) {
            throw new CborException("the answer is about another order");
        }
        OrderStatus status =
                OrderStatus.fromCode(in.text(2, 16)).orElseThrow(() -> new CborException("unknown order status"));
        return new BankReply.Told(status, in.text(3, 64), in.text(4, 40), reason(in));
    }

    private static Fault reason(CborMapReader in) throws CborException {
        return in.has(6) ? Fault.fromCode(in.text(6, 16)).orElse(Fault.PAYMENT_FAILED) : Fault.PAYMENT_FAILED;
    }

    private static BankReply problem(int status, String document) {
        OptionalInt attemptsLeft = number(ATTEMPTS.matcher(document));
        Matcher code = CODE.matcher(document);
        if (code.find()) {
            return new BankReply.Refused(Fault.fromCode(code.group(1)).orElse(Fault.BANK_REFUSED), attemptsLeft);
        }
        return status >= 500
                ? new BankReply.Unreachable(Fault.BANK_UNREACHABLE)
                : new BankReply.Refused(Fault.BANK_REFUSED, attemptsLeft);
    }

    private static OptionalInt number(Matcher found) {
        return found.find() ? OptionalInt.of(Integer.parseInt(found.group(1))) : OptionalInt.empty();
    }
}
