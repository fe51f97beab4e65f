package io.tetherkey.protocol.conformance.session;

import static io.tetherkey.protocol.conformance.Need.BANK;
import static io.tetherkey.protocol.conformance.Need.HANDS;
import static io.tetherkey.protocol.conformance.Need.SECOND_BANK;

import io.tetherkey.protocol.cbor.CborValue;
import io.tetherkey.protocol.conformance.CaseFailure;
import io.tetherkey.protocol.conformance.ConformanceCase;
import io.tetherkey.protocol.conformance.NotRunException;
import io.tetherkey.protocol.conformance.bank.BankKey;
import io.tetherkey.protocol.conformance.bank.OfferDraft;
import io.tetherkey.protocol.conformance.phone.PhoneUnderTest;
import io.tetherkey.protocol.conformance.talk.Talk;
import io.tetherkey.protocol.message.StatusCode;
import io.tetherkey.protocol.seal.CoseSign1;
import io.tetherkey.protocol.seal.Suite;
import io.tetherkey.protocol.transport.TransportException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

/** Offers that must not be answered, and the ones that must. */
final class OfferCases {
    private static final String CHIP = "Chip";
    private static final String MESSAGES = "Messages";
    private static final String SIGNATURES = "Signatures";
    private static final Duration FAR = Duration.ofMinutes(20);
    private static final Duration WITHIN_SKEW = Duration.ofMinutes(4);

    static final List<ConformanceCase> ALL = List.of(
            taken("SESS-P-01", CHIP, "A right Offer is answered with an Accept.", (phone, draft) -> draft),
            taken(
                    "SESS-P-02",
                    CHIP,
                    "An Offer that was issued four minutes ahead of the phone's clock is answered.",
                    (phone, draft) -> draft.issued(phone.now().plus(WITHIN_SKEW))),
            taken(
                    "SESS-P-03",
                    CHIP,
                    "An Offer whose time was over four minutes ago is answered.",
                    (phone, draft) -> draft.timeToLive(1).issued(phone.now().minus(WITHIN_SKEW))),
            taken(
                    "SESS-P-04",
                    "Suites",
                    "Suites of the bank that the phone does not know do not matter.",
                    (phone, draft) -> draft.suites(with(suite(phone), 250), suite(phone))),
            refused(
                    "SESS-F-01",
                    CHIP,
                    "An Offer whose time was over fifteen minutes ago is NOT_AVAILABLE.",
                    (phone, draft) -> draft.issued(phone.now().minus(FAR))),
            refused(
                    "SESS-F-02",
                    CHIP,
                    "An Offer that was issued twenty minutes ahead is NOT_AVAILABLE.",
                    (phone, draft) -> draft.issued(phone.now().plus(FAR))),
            refused(
                    "SESS-F-03",
                    MESSAGES,
                    "An Offer with a time to live of 301 s is NOT_AVAILABLE.",
                    (phone, draft) -> draft.timeToLive(301)),
            refused(
                    "SESS-F-04",
                    MESSAGES,
                    "An Offer with a time to live of 0 s is NOT_AVAILABLE.",
                    (phone, draft) -> draft.timeToLive(0)),
            refused(
                    "SESS-F-05",
                    MESSAGES,
                    "An Offer of version 2 is NOT_AVAILABLE.",
                    (phone, draft) -> draft.version(2)),
            refused(
                    "SESS-F-06",
                    "Encoding",
                    "An Offer with an unknown field is NOT_AVAILABLE.",
                    (phone, draft) -> draft.field(11, new CborValue.Int(1))),
            refused(
                    "SESS-F-07",
                    MESSAGES,
                    "An Offer without its nonce is NOT_AVAILABLE.",
                    (phone, draft) -> draft.without(7)),
            refused(
                    "SESS-F-08",
                    CHIP,
                    "An Offer that names another bank than its signer is NOT_AVAILABLE.",
                    (phone, draft) -> draft.bank("another")),
            refused(
                    "SESS-F-09",
                    SIGNATURES,
                    "An Offer that was signed for another use is NOT_AVAILABLE.",
                    (phone, draft) -> draft.signedFor(CoseSign1.Use.LOGIN_RESULT)),
            refused(
                    "SESS-F-10",
                    "Suites",
                    "An Offer in a suite that the slot does not take is NOT_AVAILABLE.",
                    (phone, draft) -> draft.suites(List.of(250), 250)),
            refused(
                    "SESS-F-11",
                    CHIP,
                    "An Offer whose suite is not the highest in both lists is NOT_AVAILABLE.",
                    (phone, draft) -> draft.suites(with(suite(phone), 250), 250)),
            refused(
                    "SESS-F-12",
                    CHIP,
                    "An Offer whose list leaves the slot's suite out is NOT_AVAILABLE.",
                    (phone, draft) -> draft.suites(List.of(250), suite(phone))),
            refused(
                    "SESS-F-13",
                    "Suites",
                    "A KEM key of another length than the suite's is NOT_AVAILABLE.",
                    (phone, draft) -> draft.kemKey(new byte[33])),
            ConformanceCase.of(
                    "SESS-F-14",
                    SIGNATURES,
                    "An Offer that a key signed which its chain does not name is NOT_AVAILABLE.",
                    OfferCases::stranger,
                    BANK,
                    HANDS),
            ConformanceCase.of(
                    "SESS-F-15",
                    SIGNATURES,
                    "An Offer with one changed byte in payload or signature is NOT_AVAILABLE.",
                    OfferCases::changed,
                    BANK,
                    HANDS),
            ConformanceCase.of(
                    "SESS-F-16",
                    SIGNATURES,
                    "An Offer without its chain is NOT_AVAILABLE.",
                    OfferCases::withoutChain,
                    BANK,
                    HANDS),
            ConformanceCase.of(
                    "SESS-F-17",
                    CHIP,
                    "An Offer for a bank of which the phone has no slot is NOT_AVAILABLE.",
                    OfferCases::unknownBank,
                    BANK,
                    HANDS),
            ConformanceCase.of(
                    "SESS-F-18",
                    CHIP,
                    "An Offer for another bank's slot is NOT_AVAILABLE.",
                    OfferCases::otherSlot,
                    BANK,
                    SECOND_BANK,
                    HANDS),
            ConformanceCase.of(
                    "SESS-F-19",
                    CHIP,
                    "An Offer that another bank signed in this bank's name is NOT_AVAILABLE.",
                    OfferCases::otherSigner,
                    BANK,
                    SECOND_BANK,
                    HANDS),
            ConformanceCase.of(
                    "SESS-F-20",
                    CHIP,
                    "A slot of a higher suite does not answer an Offer in suite 1 (downgrade).",
                    OfferCases::downgrade,
                    BANK,
                    SECOND_BANK,
                    HANDS),
            ConformanceCase.of(
                    "SESS-F-21",
                    CHIP,
                    "Other bytes with the id of a session that the phone has open are refused.",
                    OfferCases::sameSession,
                    BANK,
                    HANDS),
            ConformanceCase.of(
                    "SESS-F-22",
                    "Commands",
                    "Credentials that were sealed to another link's key open no session.",
                    OfferCases::oldCredentials,
                    BANK,
                    HANDS),
            ConformanceCase.of(
                    "SESS-F-23",
                    "Commands",
                    "Credentials that were sealed for another Offer open no session.",
                    OfferCases::foreignCredentials,
                    BANK,
                    HANDS));

    private OfferCases() {}

    /** Changes the right Offer. */
    @FunctionalInterface
    private interface Change {
        OfferDraft of(PhoneUnderTest phone, OfferDraft draft) throws TransportException, CaseFailure, NotRunException;
    }

    private static Talk begin(PhoneUnderTest phone, Change change)
            throws TransportException, CaseFailure, NotRunException {
        BankKey bank = phone.banks().getFirst();
        OfferDraft draft = OfferDraft.of(bank, phone.now(), phone.setting().random());
        return Talk.begin(phone, bank, change.of(phone, draft));
    }

    private static ConformanceCase taken(String id, String section, String requirement, Change change) {
        return ConformanceCase.of(
                id, section, requirement, phone -> begin(phone, change).accept(), BANK, HANDS);
    }

    private static ConformanceCase refused(String id, String section, String requirement, Change change) {
        return ConformanceCase.of(id, section, requirement, phone -> notAvailable(begin(phone, change)), BANK, HANDS);
    }

    private static void notAvailable(Talk talk) throws TransportException, CaseFailure {
        talk.open().requireRefusal(StatusCode.NOT_AVAILABLE);
    }

    private static int suite(PhoneUnderTest phone) throws TransportException, CaseFailure, NotRunException {
        return phone.banks().getFirst().signer().suite().id();
    }

    private static List<Integer> with(int suite, int more) {
        return List.of(suite, more);
    }

    private static void stranger(PhoneUnderTest phone) throws TransportException, CaseFailure, NotRunException {
        notAvailable(begin(phone, (on, draft) -> {
            Talk talk = Talk.begin(on);
            return draft.signedBy(talk.bank().stranger());
        }));
    }

    private static void changed(PhoneUnderTest phone) throws TransportException, CaseFailure, NotRunException {
        Talk talk = Talk.begin(phone);
        byte[] offer = talk.bank().offer();
        for (int at : new int[] {offer.length - 1, offer.length - 100, offer.length / 2}) {
            byte[] damaged = offer.clone();
            damaged[at] ^= 1;
            talk.open(talk.bank().bank().bankId(), damaged).requireRefusal(StatusCode.NOT_AVAILABLE);
        }
        talk.open(talk.bank().bank().bankId(), Arrays.copyOf(offer, offer.length + 1))
                .requireRefusal(StatusCode.NOT_AVAILABLE);
        talk.accept();
    }

    private static void withoutChain(PhoneUnderTest phone) throws TransportException, CaseFailure, NotRunException {
        Talk talk = Talk.begin(phone);
        BankKey bank = talk.bank().bank();
        byte[] offer =
                OfferDraft.of(bank, phone.now(), phone.setting().random()).signWithoutChain();
        talk.open(bank.bankId(), offer).requireRefusal(StatusCode.NOT_AVAILABLE);
    }

    private static void unknownBank(PhoneUnderTest phone) throws TransportException, CaseFailure, NotRunException {
        Talk talk = Talk.begin(phone);
        talk.open("nobank", talk.bank().offer()).requireRefusal(StatusCode.NOT_AVAILABLE);
    }

    private static void otherSlot(PhoneUnderTest phone) throws TransportException, CaseFailure, NotRunException {
        Talk talk = Talk.begin(phone);
        talk.open(phone.secondBank().bankId(), talk.bank().offer()).requireRefusal(StatusCode.NOT_AVAILABLE);
    }

    private static void otherSigner(PhoneUnderTest phone) throws TransportException, CaseFailure, NotRunException {
        BankKey other = phone.secondBank();
        notAvailable(begin(phone, (on, draft) -> draft.signedBy(other.signer())));
    }

    private static void downgrade(PhoneUnderTest phone) throws TransportException, CaseFailure, NotRunException {
        BankKey strong = phone.banks().getLast();
        int suite = strong.signer().suite().id();
        if (suite == Suite.CLASSIC.id()) {
            throw new NotRunException("no slot of a suite above 1");
        }
        UnaryOperator<OfferDraft> low = draft -> draft.kemKey(
                Suite.CLASSIC.generateKemKeyPair(phone.setting().random()).publicKey());
        OfferDraft onlyOne =
                OfferDraft.of(strong, phone.now(), phone.setting().random()).suites(List.of(1), 1);
        notAvailable(Talk.begin(phone, strong, low.apply(onlyOne)));
        OfferDraft both =
                OfferDraft.of(strong, phone.now(), phone.setting().random()).suites(List.of(1, suite), 1);
        notAvailable(Talk.begin(phone, strong, low.apply(both)));
    }

    private static void sameSession(PhoneUnderTest phone) throws TransportException, CaseFailure, NotRunException {
        Talk talk = Talk.begin(phone);
        talk.accept();
        BankKey bank = talk.bank().bank();
        byte[] other = OfferDraft.of(bank, phone.now(), phone.setting().random())
                .session(talk.bank().sessionId())
                .sign();
        talk.open(bank.bankId(), other).requireRefusal(StatusCode.CONFLICT, StatusCode.NOT_AVAILABLE);
    }

    private static void oldCredentials(PhoneUnderTest phone) throws TransportException, CaseFailure, NotRunException {
        Talk talk = Talk.begin(phone);
        byte[] offer = talk.bank().offer();
        var old = talk.credentials(offer);
        talk.replug();
        talk.open(talk.bank().bank().bankId(), offer, old)
                .requireRefusal(StatusCode.NOT_AVAILABLE, StatusCode.BAD_MESSAGE);
        talk.accept();
    }

    private static void foreignCredentials(PhoneUnderTest phone)
            throws TransportException, CaseFailure, NotRunException {
        Talk talk = Talk.begin(phone);
        var foreign = talk.credentials(phone.random(100));
        talk.open(talk.bank().bank().bankId(), talk.bank().offer(), foreign)
                .requireRefusal(StatusCode.NOT_AVAILABLE, StatusCode.BAD_MESSAGE);
        talk.accept();
    }
}
