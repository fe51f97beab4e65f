package io.tetherkey.protocol.vectors;

import static io.tetherkey.protocol.vectors.RefusalVectors.bytes;
import static io.tetherkey.protocol.vectors.RefusalVectors.number;
import static io.tetherkey.protocol.vectors.RefusalVectors.numbers;
import static io.tetherkey.protocol.vectors.RefusalVectors.signedWithChain;
import static io.tetherkey.protocol.vectors.RefusalVectors.with;
import static io.tetherkey.protocol.vectors.RefusalVectors.without;

import io.tetherkey.protocol.cbor.CborValue;
import io.tetherkey.protocol.message.Accept;
import io.tetherkey.protocol.message.Money;
import io.tetherkey.protocol.message.PaymentRequest;
import io.tetherkey.protocol.message.SealedMessage;
import io.tetherkey.protocol.message.SessionCodec;
import io.tetherkey.protocol.message.SessionContents;
import io.tetherkey.protocol.message.StatusCode;
import io.tetherkey.protocol.seal.CoseSign1;
import io.tetherkey.protocol.seal.CoseSign1.Use;
import io.tetherkey.protocol.seal.Evidence;
import io.tetherkey.protocol.seal.KeyPairBytes;
import io.tetherkey.protocol.seal.SealTrace;
import io.tetherkey.protocol.seal.SessionKeys.Direction;
import io.tetherkey.protocol.seal.Suite;
import java.util.List;

/** Messages that the bank must refuse. */
final class BankRefusals {
    private static final Direction OWN = Direction.CHIP_TO_BANK;

    private final RefusalVectors all;
    private final SessionStory paid;
    private final SessionStory other;
    private final VectorHouse house;
    private final SessionTrace trace;
    private final KeyPairBytes strangerKeys;

    BankRefusals(RefusalVectors all, SessionStory paid, SessionStory other) throws Exception {
        this.all = all;
        this.paid = paid;
        this.other = other;
        this.house = paid.house;
        this.trace = new SessionTrace(paid);
        this.strangerKeys = house.suite.generateKeyPair(new VectorRandom(house.name + " stranger's chip"));
    }

    void add() throws Exception {
        accepts();
        acceptContents();
        responses();
        authorizations();
        all.add(
                "bank",
                "Receipt",
                "Bank",
                "a Response after the end",
                paid.messages.get("Response"),
                StatusCode.CONFLICT);
    }

    private void accept(String meaning, byte[] message, StatusCode status) {
        all.add("bank", "Offer", "Bank", meaning, message, status);
    }

    private void accepts() throws Exception {
        byte[] good = paid.messages.get("Accept");
        var accept = trace.accept;
        accept("Accept of another session", other.messages.get("Accept"), StatusCode.UNKNOWN_SESSION);
        byte[] otherSuite =
                with(good, 2, number(RefusalVectors.another(house.suite).id()));
        accept("Accept that names another suite", otherSuite, StatusCode.SUITE);
        accept("Accept with an unknown suite", with(good, 2, number(9)), StatusCode.SUITE);
        accept(
                "damaged encapsulation",
                with(good, 3, bytes(SealTrace.damaged(accept.enc(), 7))),
                StatusCode.BAD_MESSAGE);
        accept("encapsulation of zeros", with(good, 3, bytes(new byte[accept.enc().length])), StatusCode.BAD_MESSAGE);
        accept(
                "encapsulation that is a byte short",
                with(good, 3, bytes(new byte[accept.enc().length - 1])),
                StatusCode.BAD_MESSAGE);
        accept("damaged seal", SealTrace.damaged(good, -100), StatusCode.BAD_MESSAGE);
        accept("damaged tag", SealTrace.damaged(good, -1), StatusCode.BAD_MESSAGE);
        byte[] sealedElsewhere = Accept.decode(other.messages.get("Accept")).sealed();
        accept("seal of another session", with(good, 4, bytes(sealedElsewhere)), StatusCode.BAD_MESSAGE);
        if (house.suite != Suite.POST_QUANTUM) {
            accept("unknown field", with(good, 5, number(0)), StatusCode.BAD_ENCODING);
            accept("without the encapsulation", without(good, 3), StatusCode.BAD_ENCODING);
            accept("session id of 15 bytes", with(good, 1, bytes(new byte[15])), StatusCode.BAD_ENCODING);
            accept("a sealed message where the Accept is due", paid.messages.get("Response"), StatusCode.BAD_ENCODING);
            accept("nothing", new byte[0], StatusCode.BAD_ENCODING);
        }
    }

    private void acceptContents() throws Exception {
        byte[] good = trace.openedAccept().contents();
        byte[] unlabelled = house.suite.sign(house.chipKeys.pkcs8(), trace.th2);
        accept(
                "signature over TH2 without its label",
                trace.acceptWith(with(good, 4, bytes(unlabelled))),
                StatusCode.BAD_MESSAGE);
        byte[] elsewhere =
                house.suite.sign(house.chipKeys.pkcs8(), SessionTrace.labelled("TK1 accept signature", trace.th1));
        accept(
                "signature over another transcript",
                trace.acceptWith(with(good, 4, bytes(elsewhere))),
                StatusCode.BAD_MESSAGE);
        byte[] stranger =
                house.suite.sign(strangerKeys.pkcs8(), SessionTrace.labelled("TK1 accept signature", trace.th2));
        accept("signature by another key", trace.acceptWith(with(good, 4, bytes(stranger))), StatusCode.BAD_MESSAGE);
        var foreign = new VectorHouse(RefusalVectors.another(house.suite));
        byte[] signed =
                foreign.suite.sign(foreign.chipKeys.pkcs8(), SessionTrace.labelled("TK1 accept signature", trace.th2));
        CborValue chain = new CborValue.Array(
                List.of(bytes(foreign.chip.certificateChain().getFirst())));
        accept(
                "certificate and signature of another suite",
                trace.acceptWith(with(with(good, 1, chain), 4, bytes(signed))),
                StatusCode.BAD_MESSAGE);
        CborValue otherList = numbers(foreign.suite.id());
        accept(
                "suite list of the chip without the bank's suite",
                trace.acceptWith(with(good, 2, otherList)),
                StatusCode.SUITE);
        accept("empty suite list", trace.acceptWith(with(good, 2, numbers())), StatusCode.SUITE);
        accept("no certificate", trace.acceptWith(with(good, 1, numbers())), StatusCode.BAD_MESSAGE);
        accept(
                "contents of a Challenge",
                trace.acceptWith(SessionCodec.encode(new SessionContents.Challenge(new byte[32], 3))),
                StatusCode.CONFLICT);
        if (house.suite != Suite.POST_QUANTUM) {
            accept("unknown field inside", trace.acceptWith(with(good, 7, number(0))), StatusCode.BAD_ENCODING);
            accept("contents that are no map", trace.acceptWith(new byte[] {0}), StatusCode.BAD_ENCODING);
            accept(
                    "origin of 257 characters",
                    trace.acceptWith(with(good, 3, new CborValue.Text("o".repeat(257)))),
                    StatusCode.BAD_ENCODING);
            accept(
                    "password of 129 bytes",
                    trace.acceptWith(with(good, 6, bytes(new byte[129]))),
                    StatusCode.BAD_ENCODING);
        }
    }

    private void response(String meaning, byte[] message, StatusCode status) {
        all.add("bank", "Challenge", "Bank", meaning, message, status);
    }

    private void responses() throws Exception {
        byte[] good = paid.messages.get("Response");
        byte[] contents = trace.opened(OWN, good).contents();
        response("Response of another session", other.messages.get("Response"), StatusCode.UNKNOWN_SESSION);
        var moved = new SealedMessage(
                trace.accept.sessionId(),
                0,
                SealedMessage.decode(other.messages.get("Response")).sealed());
        response("seal of another session", moved.encode(), StatusCode.BAD_MESSAGE);
        response("damaged seal", SealTrace.damaged(good, -100), StatusCode.BAD_MESSAGE);
        response("damaged tag", SealTrace.damaged(good, -1), StatusCode.BAD_MESSAGE);
        response("sequence 1 instead of 0", trace.sealed(OWN, 1, contents), StatusCode.CONFLICT);
        response("sequence changed in the envelope alone", with(good, 2, number(1)), StatusCode.CONFLICT);
        response("the bank's own Challenge", paid.messages.get("Challenge"), StatusCode.BAD_MESSAGE);
        response("the bank's own Offer", paid.messages.get("Offer"), StatusCode.BAD_ENCODING);
        byte[] challenge = SessionCodec.encode(new SessionContents.Challenge(new byte[32], 3));
        response("contents of a Challenge", trace.sealed(OWN, 0, challenge), StatusCode.CONFLICT);
        if (house.suite != Suite.POST_QUANTUM) {
            byte[] padded = trace.opened(OWN, good).padded();
            response(
                    "padding without its mark",
                    trace.sealedAsIs(OWN, 0, new byte[padded.length]),
                    StatusCode.BAD_MESSAGE);
            byte[] marked = padded.clone();
            marked[padded.length - 1] = 1;
            response(
                    "padding with another byte behind the mark",
                    trace.sealedAsIs(OWN, 0, marked),
                    StatusCode.BAD_MESSAGE);
            response(
                    "a length that is no multiple of 256",
                    trace.sealedAsIs(OWN, 0, java.util.Arrays.copyOf(padded, 300)),
                    StatusCode.BAD_MESSAGE);
            response("shorter than a tag", with(good, 3, bytes(new byte[15])), StatusCode.BAD_MESSAGE);
            response("unknown field", with(good, 4, number(0)), StatusCode.BAD_ENCODING);
            response("sequence below 0", with(good, 2, number(-1)), StatusCode.BAD_ENCODING);
            response(
                    "unknown field inside",
                    trace.sealed(OWN, 0, with(contents, 2, number(0))),
                    StatusCode.BAD_ENCODING);
            response(
                    "unknown kind inside",
                    trace.sealed(OWN, 0, with(contents, 0, number(99))),
                    StatusCode.BAD_ENCODING);
            response(
                    "MAC of 15 bytes",
                    trace.sealed(OWN, 0, with(contents, 1, bytes(new byte[15]))),
                    StatusCode.BAD_ENCODING);
            response("nothing inside", trace.sealed(OWN, 0, new byte[0]), StatusCode.BAD_ENCODING);
        }
    }

    private void authorization(String meaning, byte[] evidence, byte[] mac) {
        byte[] contents = SessionCodec.encode(new SessionContents.Authorization(evidence, mac));
        all.add("bank", "LoginResult", "Evidence", meaning, trace.sealed(OWN, 1, contents), StatusCode.BAD_MESSAGE);
    }

    private void authorizations() throws Exception {
        var contents = (SessionContents.Authorization) SessionCodec.decode(
                trace.opened(OWN, paid.messages.get("Authorization")).contents());
        byte[] mac = contents.mac();
        var evidence = Evidence.parse(contents.evidence());
        var facts = evidence.facts();
        var dearer = new PaymentRequest(
                house.request.orderId(),
                house.request.orderHash(),
                house.request.payee(),
                house.request.payeeAccount(),
                new Money(12_801, "CNY"),
                house.request.expiresAt());
        authorization(
                "evidence for another amount",
                Evidence.sign(house.chip, facts(facts, dearer, trace.th3)).whole(),
                mac);
        authorization(
                "evidence of another session",
                Evidence.sign(house.chip, facts(facts, house.request, trace.th2))
                        .whole(),
                mac);
        var stranger = house.suite.signer(strangerKeys.pkcs8(), house.chip.certificateChain());
        authorization(
                "evidence signed by another key", Evidence.sign(stranger, facts).whole(), mac);
        byte[] payload = CoseSign1.parse(contents.evidence()).payload();
        authorization("evidence signed for another use", signedWithChain(house.chip, Use.RECEIPT, payload), mac);
        authorization("damaged evidence", SealTrace.damaged(contents.evidence(), -1), mac);
        authorization("detached evidence", evidence.detached(), mac);
        byte[] decision3 = signedWithChain(house.chip, Use.EVIDENCE, with(payload, 4, number(3)));
        authorization("decision 3", decision3, mac);
        authorization("counter 0", signedWithChain(house.chip, Use.EVIDENCE, with(payload, 5, number(0))), mac);
        all.add(
                "bank",
                "LoginResult",
                "Bank",
                "the Accept again, two steps on",
                paid.messages.get("Accept"),
                StatusCode.BAD_ENCODING);
        all.add(
                "bank",
                "LoginResult",
                "Bank",
                "the bank's own LoginResult",
                paid.messages.get("LoginResult"),
                StatusCode.BAD_MESSAGE);
    }

    private static Evidence.Facts facts(Evidence.Facts like, PaymentRequest request, byte[] th3) {
        return new Evidence.Facts(request, th3, like.decision(), like.counter(), like.previousHash(), like.path());
    }
}
