package io.tetherkey.protocol.conformance.session;

import static io.tetherkey.protocol.conformance.Need.BANK;
import static io.tetherkey.protocol.conformance.Need.HANDS;

import io.tetherkey.protocol.cbor.CborMapWriter;
import io.tetherkey.protocol.conformance.CaseFailure;
import io.tetherkey.protocol.conformance.ConformanceCase;
import io.tetherkey.protocol.conformance.NotRunException;
import io.tetherkey.protocol.conformance.bank.BankEnd;
import io.tetherkey.protocol.conformance.phone.PhoneUnderTest;
import io.tetherkey.protocol.conformance.talk.KeyDeed;
import io.tetherkey.protocol.conformance.talk.PaymentDeed;
import io.tetherkey.protocol.conformance.talk.Payments;
import io.tetherkey.protocol.conformance.talk.Talk;
import io.tetherkey.protocol.message.LoginResult;
import io.tetherkey.protocol.message.SealedMessage;
import io.tetherkey.protocol.message.SessionCodec;
import io.tetherkey.protocol.message.StatusCode;
import io.tetherkey.protocol.seal.SessionKeys.Direction;
import io.tetherkey.protocol.transport.TransportException;
import java.util.List;

/** Wrong messages while the chip waits for the Challenge; after each the right one is still taken. */
final class MessageCases {
    private static final String CHIP = "Chip";
    private static final String SCHEDULE = "Key schedule";
    private static final String MESSAGES = "Messages";
    private static final String CONTENTS = "Contents";

    static final List<ConformanceCase> ALL = List.of(
            refused(
                    "SESS-F-25",
                    SCHEDULE,
                    "A message with a damaged seal is refused with BAD_MESSAGE.",
                    (phone, bank) -> damaged(bank),
                    StatusCode.BAD_MESSAGE),
            refused(
                    "SESS-F-26",
                    SCHEDULE,
                    "A message that was sealed for the other direction is refused with BAD_MESSAGE (reflection).",
                    (phone, bank) -> bank.seal(Direction.CHIP_TO_BANK, 0, challenge(bank)),
                    StatusCode.BAD_MESSAGE),
            refused(
                    "SESS-F-27",
                    CHIP,
                    "A message with a sequence ahead is refused with CONFLICT.",
                    (phone, bank) -> bank.sealAt(1, challenge(bank)),
                    StatusCode.CONFLICT),
            refused(
                    "SESS-F-28",
                    SCHEDULE,
                    "A message whose sequence was changed on the way is refused.",
                    MessageCases::relabelled,
                    StatusCode.BAD_MESSAGE,
                    StatusCode.CONFLICT),
            refused(
                    "SESS-F-29",
                    CHIP,
                    "A LoginResult before the Challenge is refused with CONFLICT.",
                    (phone, bank) -> bank.sealAt(
                            0,
                            SessionCodec.encode(bank.signed(new LoginResult.Allowed(
                                    bank.opened().th3(), Payments.of(phone, PaymentDeed.APPROVE))))),
                    StatusCode.CONFLICT),
            refused(
                    "SESS-F-30",
                    CHIP,
                    "A Receipt before the Challenge is refused with CONFLICT.",
                    (phone, bank) -> bank.sealAt(
                            0,
                            new CborMapWriter().put(0, 7).put(1, new byte[200]).encode()),
                    StatusCode.CONFLICT),
            refused(
                    "SESS-F-31",
                    CONTENTS,
                    "Contents of an unknown kind are refused with BAD_ENCODING.",
                    (phone, bank) ->
                            bank.sealAt(0, new CborMapWriter().put(0, 99).encode()),
                    StatusCode.BAD_ENCODING),
            refused(
                    "SESS-F-32",
                    CONTENTS,
                    "A Challenge with an unknown field is refused with BAD_ENCODING.",
                    (phone, bank) -> bank.sealAt(
                            0,
                            new CborMapWriter()
                                    .put(0, 3)
                                    .put(1, phone.random(32))
                                    .put(2, 10)
                                    .put(3, 1)
                                    .encode()),
                    StatusCode.BAD_ENCODING),
            refused(
                    "SESS-F-33",
                    CONTENTS,
                    "A Challenge of 31 bytes is refused with BAD_ENCODING.",
                    (phone, bank) -> bank.sealAt(
                            0,
                            new CborMapWriter()
                                    .put(0, 3)
                                    .put(1, phone.random(31))
                                    .put(2, 10)
                                    .encode()),
                    StatusCode.BAD_ENCODING),
            refused(
                    "SESS-F-34",
                    CONTENTS,
                    "A Challenge with eleven attempts left is refused with BAD_ENCODING.",
                    (phone, bank) -> bank.sealAt(
                            0,
                            new CborMapWriter()
                                    .put(0, 3)
                                    .put(1, phone.random(32))
                                    .put(2, 11)
                                    .encode()),
                    StatusCode.BAD_ENCODING),
            refused(
                    "SESS-F-35",
                    MESSAGES,
                    "An envelope with an unknown field is refused with BAD_ENCODING.",
                    (phone, bank) -> new CborMapWriter()
                            .put(0, 3)
                            .put(1, bank.sessionId())
                            .put(2, 0)
                            .put(3, new byte[3_088])
                            .put(4, 1)
                            .encode(),
                    StatusCode.BAD_ENCODING),
            refused(
                    "SESS-F-36",
                    MESSAGES,
                    "Bytes that are no sealed message are refused with BAD_ENCODING.",
                    (phone, bank) -> phone.random(200),
                    StatusCode.BAD_ENCODING),
            refused(
                    "SESS-F-37",
                    MESSAGES,
                    "The envelope of another session is refused with UNKNOWN_SESSION.",
                    (phone, bank) -> new SealedMessage(phone.random(16), 0, new byte[3_088]).encode(),
                    StatusCode.UNKNOWN_SESSION),
            ConformanceCase.of(
                    "SESS-F-38",
                    "Status codes",
                    "A message for a session that the phone does not have is refused with UNKNOWN_SESSION.",
                    MessageCases::unknownSession,
                    BANK,
                    HANDS),
            ConformanceCase.of(
                    "SESS-F-39",
                    SCHEDULE,
                    "A message of an older session is refused in a newer one.",
                    MessageCases::oldSession,
                    BANK,
                    HANDS),
            ConformanceCase.of(
                    "SESS-F-40",
                    CHIP,
                    "The chip's own Accept is no message for the chip (reflection).",
                    MessageCases::ownAccept,
                    BANK,
                    HANDS));

    private MessageCases() {}

    /** Makes a wrong message. */
    @FunctionalInterface
    private interface Wrong {
        byte[] of(PhoneUnderTest phone, BankEnd bank);
    }

    private static ConformanceCase refused(
            String id, String section, String requirement, Wrong wrong, StatusCode... allowed) {
        return ConformanceCase.of(
                id,
                section,
                requirement,
                phone -> {
                    Talk talk = Talk.begin(phone);
                    talk.accept();
                    talk.relay(wrong.of(phone, talk.bank())).requireRefusal(allowed);
                    talk.respond(KeyDeed.TYPE);
                },
                BANK,
                HANDS);
    }

    private static byte[] challenge(BankEnd bank) {
        return SessionCodec.encode(bank.challengeContents(KeyDeed.TYPE.attemptsLeft()));
    }

    private static byte[] damaged(BankEnd bank) {
        byte[] message = bank.sealAt(0, challenge(bank));
        message[message.length - 1] ^= 1;
        return message;
    }

    /** Sealed under sequence 1, sent under sequence 0. */
    private static byte[] relabelled(PhoneUnderTest phone, BankEnd bank) {
        byte[] header = SealedMessage.header(bank.sessionId(), 1);
        byte[] sealed = bank.opened().keys().seal(Direction.BANK_TO_CHIP, 1, header, challenge(bank));
        return new SealedMessage(bank.sessionId(), 0, sealed).encode();
    }

    private static void unknownSession(PhoneUnderTest phone) throws TransportException, CaseFailure, NotRunException {
        Talk.begin(phone).relay(phone.random(100)).requireRefusal(StatusCode.UNKNOWN_SESSION);
    }

    private static void oldSession(PhoneUnderTest phone) throws TransportException, CaseFailure, NotRunException {
        Talk old = Talk.begin(phone);
        old.accept();
        byte[] message = old.bank().challenge(KeyDeed.TYPE.attemptsLeft());
        Talk talk = Talk.begin(phone);
        talk.accept();
        talk.relay(message).requireRefusal(StatusCode.UNKNOWN_SESSION);
        talk.respond(KeyDeed.TYPE);
    }

    private static void ownAccept(PhoneUnderTest phone) throws TransportException, CaseFailure, NotRunException {
        Talk talk = Talk.begin(phone);
        byte[] accept = talk.forwarded(talk.open());
        talk.bank().accept(accept);
        talk.relay(accept).requireRefusal(StatusCode.BAD_ENCODING, StatusCode.BAD_MESSAGE, StatusCode.CONFLICT);
        talk.respond(KeyDeed.TYPE);
    }
}
