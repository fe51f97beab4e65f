package io.tetherkey.protocol.vectors;

import static io.tetherkey.protocol.vectors.RefusalVectors.bytes;
import static io.tetherkey.protocol.vectors.RefusalVectors.number;
import static io.tetherkey.protocol.vectors.RefusalVectors.signed;
import static io.tetherkey.protocol.vectors.RefusalVectors.signedWithChain;
import static io.tetherkey.protocol.vectors.RefusalVectors.with;

import io.tetherkey.protocol.cbor.CborValue;
import io.tetherkey.protocol.message.SealedMessage;
import io.tetherkey.protocol.message.SessionCodec;
import io.tetherkey.protocol.message.SessionContents;
import io.tetherkey.protocol.message.StatusCode;
import io.tetherkey.protocol.seal.CoseSign1;
import io.tetherkey.protocol.seal.CoseSign1.Use;
import io.tetherkey.protocol.seal.SealTrace;
import io.tetherkey.protocol.seal.SessionKeys.Direction;
import io.tetherkey.protocol.seal.Signer;
import io.tetherkey.protocol.seal.Suite;

/** Messages that the chip must refuse once it has accepted an Offer. */
final class ChipRefusals {
    private static final Direction OWN = Direction.BANK_TO_CHIP;

    private final RefusalVectors all;
    private final SessionStory paid;
    private final SessionStory other;
    private final VectorHouse house;
    private final SessionTrace trace;
    private final Signer stranger;

    ChipRefusals(RefusalVectors all, SessionStory paid, SessionStory other) throws Exception {
        this.all = all;
        this.paid = paid;
        this.other = other;
        this.house = paid.house;
        this.trace = new SessionTrace(paid);
        var keys = house.suite.generateKeyPair(new VectorRandom(house.name + " stranger's bank"));
        this.stranger = house.suite.signer(keys.pkcs8(), house.bank.certificateChain());
    }

    void add() throws Exception {
        challenges();
        loginResults();
        receipts();
    }

    private void refuse(String after, String meaning, byte[] message, StatusCode status) {
        all.add("chip", after, "Chip", meaning, message, status);
    }

    private void challenges() throws Exception {
        String at = "Accept";
        byte[] good = paid.messages.get("Challenge");
        byte[] contents = trace.opened(OWN, good).contents();
        refuse(at, "Challenge of another session", other.messages.get("Challenge"), StatusCode.UNKNOWN_SESSION);
        var moved = new SealedMessage(
                trace.accept.sessionId(),
                0,
                SealedMessage.decode(other.messages.get("Challenge")).sealed());
        refuse(at, "seal of another session", moved.encode(), StatusCode.BAD_MESSAGE);
        refuse(at, "damaged seal", SealTrace.damaged(good, -100), StatusCode.BAD_MESSAGE);
        refuse(at, "damaged tag", SealTrace.damaged(good, -1), StatusCode.BAD_MESSAGE);
        refuse(at, "sequence 1 instead of 0", trace.sealed(OWN, 1, contents), StatusCode.CONFLICT);
        refuse(at, "sequence changed in the envelope alone", with(good, 2, number(1)), StatusCode.CONFLICT);
        refuse(at, "the chip's own Accept", paid.messages.get("Accept"), StatusCode.BAD_ENCODING);
        refuse(at, "the LoginResult before its turn", paid.messages.get("LoginResult"), StatusCode.CONFLICT);
        byte[] response = SessionCodec.encode(new SessionContents.Response(new byte[32]));
        refuse(at, "contents of a Response", trace.sealed(OWN, 0, response), StatusCode.CONFLICT);
        if (house.suite != Suite.POST_QUANTUM) {
            byte[] padded = trace.opened(OWN, good).padded();
            refuse(
                    at,
                    "padding without its mark",
                    trace.sealedAsIs(OWN, 0, new byte[padded.length]),
                    StatusCode.BAD_MESSAGE);
            refuse(
                    at,
                    "11 attempts left",
                    trace.sealed(OWN, 0, with(contents, 2, number(11))),
                    StatusCode.BAD_ENCODING);
            refuse(
                    at,
                    "a random of 31 bytes",
                    trace.sealed(OWN, 0, with(contents, 1, bytes(new byte[31]))),
                    StatusCode.BAD_ENCODING);
            refuse(
                    at,
                    "unknown field inside",
                    trace.sealed(OWN, 0, with(contents, 3, number(0))),
                    StatusCode.BAD_ENCODING);
            refuse(
                    at,
                    "kind 8, which is reserved",
                    trace.sealed(OWN, 0, with(contents, 0, number(8))),
                    StatusCode.BAD_ENCODING);
            refuse(at, "nothing", new byte[0], StatusCode.BAD_ENCODING);
        }
    }

    private void login(String meaning, byte[] signed, StatusCode status) {
        byte[] contents = SessionCodec.encode(new SessionContents.SignedLoginResult(signed));
        refuse("Response", meaning, trace.sealed(OWN, 1, contents), status);
    }

    private void loginResults() throws Exception {
        byte[] good = paid.messages.get("LoginResult");
        var contents = (SessionContents.SignedLoginResult)
                SessionCodec.decode(trace.opened(OWN, good).contents());
        byte[] payload = CoseSign1.parse(contents.signed()).payload();
        login("signed by another key", signed(stranger, Use.LOGIN_RESULT, payload), StatusCode.BAD_MESSAGE);
        login("signed for another use", signed(house.bank, Use.RECEIPT, payload), StatusCode.BAD_MESSAGE);
        login("damaged signature", SealTrace.damaged(contents.signed(), -1), StatusCode.BAD_MESSAGE);
        byte[] elsewhere = with(payload, 1, bytes(trace.th2));
        login("of another transcript", signed(house.bank, Use.LOGIN_RESULT, elsewhere), StatusCode.BAD_MESSAGE);
        login("signed by the chip", signed(house.chip, Use.LOGIN_RESULT, payload), StatusCode.BAD_MESSAGE);
        refuse("Response", "the chip's own Response", paid.messages.get("Response"), StatusCode.CONFLICT);
        refuse("Response", "the Receipt before its turn", paid.messages.get("Receipt"), StatusCode.CONFLICT);
        refuse(
                "Response",
                "LoginResult of another session",
                other.messages.get("LoginResult"),
                StatusCode.UNKNOWN_SESSION);
        if (house.suite != Suite.POST_QUANTUM) {
            login(
                    "result 4",
                    signed(house.bank, Use.LOGIN_RESULT, with(payload, 2, number(4))),
                    StatusCode.BAD_ENCODING);
            login(
                    "void with a payment",
                    signed(house.bank, Use.LOGIN_RESULT, with(payload, 2, number(3))),
                    StatusCode.BAD_ENCODING);
            login(
                    "failed without a challenge",
                    signed(house.bank, Use.LOGIN_RESULT, with(payload, 2, number(2))),
                    StatusCode.BAD_ENCODING);
            login(
                    "a payment that is no map",
                    signed(house.bank, Use.LOGIN_RESULT, with(payload, 3, number(0))),
                    StatusCode.BAD_ENCODING);
        }
    }

    private void receipt(String meaning, byte[] signed, StatusCode status) {
        byte[] contents = SessionCodec.encode(new SessionContents.Receipt(signed));
        refuse("Authorization", meaning, trace.sealed(OWN, 2, contents), status);
    }

    private void receipts() throws Exception {
        byte[] good = paid.messages.get("Receipt");
        var contents = (SessionContents.Receipt)
                SessionCodec.decode(trace.opened(OWN, good).contents());
        byte[] payload = CoseSign1.parse(contents.signed()).payload();
        receipt("signed by another key", signedWithChain(stranger, Use.RECEIPT, payload), StatusCode.BAD_MESSAGE);
        receipt(
                "signed for another use",
                signedWithChain(house.bank, Use.LOGIN_RESULT, payload),
                StatusCode.BAD_MESSAGE);
        byte[] orderId = with(payload, 3, new CborValue.Text("f".repeat(32)));
        receipt("of another order", signedWithChain(house.bank, Use.RECEIPT, orderId), StatusCode.BAD_MESSAGE);
        byte[] orderHash = with(payload, 4, bytes(new byte[32]));
        receipt("of another order's hash", signedWithChain(house.bank, Use.RECEIPT, orderHash), StatusCode.BAD_MESSAGE);
        refuse(
                "Authorization",
                "the chip's own Authorization",
                paid.messages.get("Authorization"),
                StatusCode.CONFLICT);
        refuse(
                "Authorization",
                "the Challenge again, two steps on",
                paid.messages.get("Challenge"),
                StatusCode.CONFLICT);
        if (house.suite != Suite.POST_QUANTUM) {
            byte[] verdict = with(payload, 6, number(4));
            receipt("verdict 4", signedWithChain(house.bank, Use.RECEIPT, verdict), StatusCode.BAD_ENCODING);
        }
    }
}
