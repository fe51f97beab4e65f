package io.tetherkey.protocol.conformance.session;

import static io.tetherkey.protocol.conformance.Need.BANK;
import static io.tetherkey.protocol.conformance.Need.HANDS;

import io.tetherkey.protocol.cbor.CborMapWriter;
import io.tetherkey.protocol.conformance.CaseFailure;
import io.tetherkey.protocol.conformance.ConformanceCase;
import io.tetherkey.protocol.conformance.NotRunException;
import io.tetherkey.protocol.conformance.bank.BankEnd;
import io.tetherkey.protocol.conformance.phone.PhoneUnderTest;
import io.tetherkey.protocol.conformance.talk.Authorized;
import io.tetherkey.protocol.conformance.talk.KeyDeed;
import io.tetherkey.protocol.conformance.talk.PaymentDeed;
import io.tetherkey.protocol.conformance.talk.Payments;
import io.tetherkey.protocol.conformance.talk.Talk;
import io.tetherkey.protocol.message.LoginResult;
import io.tetherkey.protocol.message.PaymentRequest;
import io.tetherkey.protocol.message.SessionCodec;
import io.tetherkey.protocol.message.SessionContents;
import io.tetherkey.protocol.message.StatusCode;
import io.tetherkey.protocol.message.Verdict;
import io.tetherkey.protocol.seal.CoseSign1;
import io.tetherkey.protocol.transport.TransportException;
import java.util.List;

/** Wrong LoginResults and wrong Receipts; after each the right one is still taken. */
final class ResultCases {
    private static final String CHIP = "Chip";
    private static final String SIGNATURES = "Signatures";
    private static final String CONTENTS = "Contents";

    static final List<ConformanceCase> ALL = List.of(
            login(
                    "SESS-F-41",
                    SIGNATURES,
                    "A LoginResult that the bank did not sign is refused with BAD_MESSAGE.",
                    (phone, bank) -> bank.signedBy(bank.stranger(), CoseSign1.Use.LOGIN_RESULT, allowed(phone, bank)),
                    StatusCode.BAD_MESSAGE),
            login(
                    "SESS-F-42",
                    SIGNATURES,
                    "A LoginResult that was signed for another use is refused with BAD_MESSAGE.",
                    (phone, bank) -> bank.signedBy(bank.bank().signer(), CoseSign1.Use.RECEIPT, allowed(phone, bank)),
                    StatusCode.BAD_MESSAGE),
            login(
                    "SESS-F-43",
                    "Transcript",
                    "A LoginResult for another session's TH3 is refused with BAD_MESSAGE.",
                    (phone, bank) -> bank.signed(
                            new LoginResult.Allowed(phone.random(32), Payments.of(phone, PaymentDeed.APPROVE))),
                    StatusCode.BAD_MESSAGE),
            login(
                    "SESS-F-44",
                    CONTENTS,
                    "A LoginResult failed with no attempts left is refused with BAD_ENCODING.",
                    (phone, bank) ->
                            bank.signed(new LoginResult.Failed(bank.opened().th3(), 0, phone.random(32))),
                    StatusCode.BAD_ENCODING),
            login(
                    "SESS-F-45",
                    CONTENTS,
                    "A LoginResult failed with ten attempts left is refused with BAD_ENCODING.",
                    (phone, bank) ->
                            bank.signed(new LoginResult.Failed(bank.opened().th3(), 10, phone.random(32))),
                    StatusCode.BAD_ENCODING),
            login(
                    "SESS-F-46",
                    CONTENTS,
                    "A payment request with an unknown field is refused with BAD_ENCODING.",
                    ResultCases::unknownField,
                    StatusCode.BAD_ENCODING),
            login(
                    "SESS-F-47",
                    CHIP,
                    "A Challenge in the place of a LoginResult is refused with CONFLICT.",
                    (phone, bank) -> bank.challengeContents(10),
                    StatusCode.CONFLICT),
            login(
                    "SESS-F-48",
                    CHIP,
                    "A Receipt in the place of a LoginResult is refused with CONFLICT.",
                    (phone, bank) -> new SessionContents.Receipt(phone.random(100)),
                    StatusCode.CONFLICT),
            ConformanceCase.of(
                    "SESS-F-49",
                    CHIP,
                    "The chip's own Response is no message for the chip (reflection).",
                    ResultCases::ownResponse,
                    BANK,
                    HANDS),
            receipt(
                    "SESS-F-50",
                    SIGNATURES,
                    "A Receipt that the bank did not sign is refused with BAD_MESSAGE.",
                    (phone, bank, paid) -> bank.receiptBy(
                            bank.stranger(),
                            bank.receiptContents(paid.request(), paid.evidence().hash(), Verdict.PAID, phone.now()))),
            receipt(
                    "SESS-F-51",
                    CHIP,
                    "A Receipt for another order is refused with BAD_MESSAGE.",
                    (phone, bank, paid) -> bank.receiptBy(
                            bank.bank().signer(),
                            bank.receiptContents(
                                    Payments.of(phone, PaymentDeed.APPROVE),
                                    paid.evidence().hash(),
                                    Verdict.PAID,
                                    phone.now()))),
            ConformanceCase.of(
                    "SESS-F-52",
                    CHIP,
                    "A LoginResult in the place of a Receipt is refused with CONFLICT.",
                    ResultCases::loginResultForReceipt,
                    BANK,
                    HANDS),
            ConformanceCase.of(
                    "SESS-F-53",
                    CHIP,
                    "After the end a new message is refused with CONFLICT.",
                    ResultCases::afterTheEnd,
                    BANK,
                    HANDS),
            ConformanceCase.of(
                    "SESS-F-54",
                    CHIP,
                    "A cancelled session takes no more messages.",
                    ResultCases::afterCancel,
                    BANK,
                    HANDS));

    private ResultCases() {}

    /** Makes a wrong LoginResult. */
    @FunctionalInterface
    private interface WrongLogin {
        SessionContents of(PhoneUnderTest phone, BankEnd bank);
    }

    /** Makes a wrong Receipt. */
    @FunctionalInterface
    private interface WrongReceipt {
        SessionContents of(PhoneUnderTest phone, BankEnd bank, Authorized paid);
    }

    private static byte[] allowed(PhoneUnderTest phone, BankEnd bank) {
        return new LoginResult.Allowed(bank.opened().th3(), Payments.of(phone, PaymentDeed.APPROVE)).encode();
    }

    private static ConformanceCase login(
            String id, String section, String requirement, WrongLogin wrong, StatusCode status) {
        return ConformanceCase.of(
                id,
                section,
                requirement,
                phone -> {
                    Talk talk = Talk.begin(phone);
                    talk.login();
                    BankEnd bank = talk.bank();
                    byte[] contents = SessionCodec.encode(wrong.of(phone, bank));
                    talk.relay(bank.sealAt(bank.toChip(), contents)).requireRefusal(status);
                    talk.authorize(Payments.of(phone, PaymentDeed.APPROVE), PaymentDeed.APPROVE);
                },
                BANK,
                HANDS);
    }

    private static ConformanceCase receipt(String id, String section, String requirement, WrongReceipt wrong) {
        return ConformanceCase.of(
                id,
                section,
                requirement,
                phone -> {
                    Talk talk = Talk.begin(phone);
                    Authorized paid = authorized(phone, talk);
                    byte[] contents = SessionCodec.encode(wrong.of(phone, talk.bank(), paid));
                    talk.relay(talk.bank().sealAt(talk.bank().toChip(), contents))
                            .requireRefusal(StatusCode.BAD_MESSAGE);
                    talk.finish(paid, Verdict.PAID);
                },
                BANK,
                HANDS);
    }

    private static Authorized authorized(PhoneUnderTest phone, Talk talk) throws TransportException, CaseFailure {
        talk.login();
        return talk.authorize(Payments.of(phone, PaymentDeed.APPROVE), PaymentDeed.APPROVE);
    }

    private static SessionContents unknownField(PhoneUnderTest phone, BankEnd bank) {
        PaymentRequest request = Payments.of(phone, PaymentDeed.APPROVE);
        byte[] payload = new CborMapWriter()
                .put(1, bank.opened().th3())
                .put(2, 1)
                .put(
                        3,
                        new CborMapWriter()
                                .put(1, request.orderId())
                                .put(2, request.orderHash())
                                .put(3, request.payee())
                                .put(4, request.payeeAccount())
                                .put(5, 1)
                                .put(6, "CNY")
                                .put(7, phone.now().plusSeconds(900).getEpochSecond())
                                .put(8, "another payee")
                                .toValue())
                .encode();
        return bank.signedBy(bank.bank().signer(), CoseSign1.Use.LOGIN_RESULT, payload);
    }

    private static void ownResponse(PhoneUnderTest phone) throws TransportException, CaseFailure, NotRunException {
        Talk talk = Talk.begin(phone);
        talk.accept();
        byte[] response = talk.forwarded(talk.ask(talk.bank().challenge(10), KeyDeed.TYPE.sentence()));
        talk.bank().open(response, SessionContents.Response.class);
        talk.relay(response).requireRefusal(StatusCode.CONFLICT, StatusCode.BAD_MESSAGE);
        talk.authorize(Payments.of(phone, PaymentDeed.APPROVE), PaymentDeed.APPROVE);
    }

    private static void loginResultForReceipt(PhoneUnderTest phone)
            throws TransportException, CaseFailure, NotRunException {
        Talk talk = Talk.begin(phone);
        Authorized paid = authorized(phone, talk);
        BankEnd bank = talk.bank();
        LoginResult result = new LoginResult.Allowed(bank.opened().th3(), Payments.of(phone, PaymentDeed.APPROVE));
        talk.relay(bank.sealAt(bank.toChip(), SessionCodec.encode(bank.signed(result))))
                .requireRefusal(StatusCode.CONFLICT);
        talk.finish(paid, Verdict.PAID);
    }

    private static void afterTheEnd(PhoneUnderTest phone) throws TransportException, CaseFailure, NotRunException {
        Talk talk = Talk.begin(phone);
        talk.finish(authorized(phone, talk), Verdict.PAID);
        talk.relay(talk.bank().challenge(10)).requireRefusal(StatusCode.CONFLICT);
    }

    private static void afterCancel(PhoneUnderTest phone) throws TransportException, CaseFailure, NotRunException {
        Talk talk = Talk.begin(phone);
        talk.accept();
        talk.ask(talk.bank().challenge(KeyDeed.CANCEL.attemptsLeft()), KeyDeed.CANCEL.sentence())
                .requireRefusal(StatusCode.CANCELLED);
        talk.relay(talk.bank().challenge(10)).requireRefusal(StatusCode.CONFLICT);
    }
}
