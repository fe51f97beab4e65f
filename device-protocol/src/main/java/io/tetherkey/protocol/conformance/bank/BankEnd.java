package io.tetherkey.protocol.conformance.bank;

import io.tetherkey.protocol.conformance.CaseFailure;
import io.tetherkey.protocol.message.Accept;
import io.tetherkey.protocol.message.LoginResult;
import io.tetherkey.protocol.message.PaymentRequest;
import io.tetherkey.protocol.message.ProtocolException;
import io.tetherkey.protocol.message.ReceiptContents;
import io.tetherkey.protocol.message.SealedMessage;
import io.tetherkey.protocol.message.SessionCodec;
import io.tetherkey.protocol.message.SessionContents;
import io.tetherkey.protocol.message.SessionContents.AcceptContents;
import io.tetherkey.protocol.message.SessionPurpose;
import io.tetherkey.protocol.message.Verdict;
import io.tetherkey.protocol.seal.AcceptSeal;
import io.tetherkey.protocol.seal.CoseSign1;
import io.tetherkey.protocol.seal.RandomSource;
import io.tetherkey.protocol.seal.SealException;
import io.tetherkey.protocol.seal.SessionKeys;
import io.tetherkey.protocol.seal.SessionKeys.Direction;
import io.tetherkey.protocol.seal.Signer;
import io.tetherkey.protocol.seal.Suite;
import java.time.Instant;
import java.util.Optional;

/** The bank's end of one session with its keys in hand, so that each message can be made right or wrong. */
public final class BankEnd {
    private static final int TAG = 16;

    private final BankKey bank;
    private final Suite suite;
    private final RandomSource random;
    private final OfferDraft draft;
    private final byte[] offer;
    private Optional<Opened> opened = Optional.empty();
    private long toChip;
    private long fromChip;

    /**
     * What the Accept told.
     *
     * @param th2 hash of the Offer and the Accept's clear part
     * @param th3 the same with the whole Accept
     */
    public record Opened(AcceptContents contents, byte[] th2, byte[] th3, SessionKeys keys) {}

    public BankEnd(BankKey bank, OfferDraft draft, RandomSource random) {
        this.bank = bank;
        this.suite = bank.signer().suite();
        this.random = random;
        this.draft = draft;
        this.offer = draft.sign();
    }

    public BankKey bank() {
        return bank;
    }

    public Suite suite() {
        return suite;
    }

    public byte[] offer() {
        return offer.clone();
    }

    public byte[] sessionId() {
        return draft.sessionId();
    }

    public Opened opened() {
        return opened.orElseThrow(() -> new IllegalStateException("a case takes the Accept first"));
    }

    // From the chip

    /** Opens an Accept. */
    public Opened accept(byte[] message) throws CaseFailure {
        try {
            Accept accept = Accept.decode(message);
            CaseFailure.unless(
                    java.util.Arrays.equals(accept.sessionId(), draft.sessionId()), "the Offer's session", "another");
            CaseFailure.unless(accept.suite() == suite.id(), "suite " + suite.id(), "suite " + accept.suite());
            byte[] th2 = suite.transcriptHash(suite.transcriptHash(offer), accept.clearPart());
            AcceptSeal seal = AcceptSeal.ofBank(suite, draft.kemKeys(), accept.enc(), th2);
            byte[] contents = seal.open(th2, accept.sealed());
            byte[] th3 = suite.transcriptHash(th2, message);
            if (!(SessionCodec.decode(contents) instanceof AcceptContents told)) {
                throw new CaseFailure("contents of an Accept", "other contents");
            }
            Opened result = new Opened(told, th2, th3, seal.sessionKeys(th3));
            opened = Optional.of(result);
            return result;
        } catch (ProtocolException | SealException e) {
            throw new CaseFailure("an Accept that opens", String.valueOf(e.getMessage()));
        }
    }

    /** Opens the next sealed message of the chip; it must be of this kind. */
    public <C extends SessionContents> C open(byte[] message, Class<C> kind) throws CaseFailure {
        try {
            SealedMessage envelope = SealedMessage.decode(message);
            CaseFailure.unless(
                    java.util.Arrays.equals(envelope.sessionId(), draft.sessionId()), "the session's id", "another");
            CaseFailure.unless(
                    envelope.sequence() == fromChip, "sequence " + fromChip, "sequence " + envelope.sequence());
            byte[] header = SealedMessage.header(draft.sessionId(), fromChip);
            SessionContents contents = SessionCodec.decode(
                    opened().keys().open(Direction.CHIP_TO_BANK, fromChip, header, envelope.sealed()));
            if (!kind.isInstance(contents)) {
                throw new CaseFailure(kind.getSimpleName(), contents.getClass().getSimpleName());
            }
            fromChip++;
            return kind.cast(contents);
        } catch (ProtocolException | SealException e) {
            throw new CaseFailure("a sealed message that opens", String.valueOf(e.getMessage()));
        }
    }

    /** Bytes of the sealed field in a message of the chip. */
    public static int sealedLength(byte[] message) throws CaseFailure {
        try {
            return SealedMessage.decode(message).sealed().length - TAG;
        } catch (ProtocolException e) {
            throw new CaseFailure("a sealed message", String.valueOf(e.getMessage()));
        }
    }

    // To the chip

    /** Seals the next message to the chip. */
    public byte[] seal(SessionContents contents) {
        byte[] message = sealAt(toChip, SessionCodec.encode(contents));
        toChip++;
        return message;
    }

    /** Seals any contents under any sequence; the count of messages stays as it was. */
    public byte[] sealAt(long sequence, byte[] contents) {
        return seal(Direction.BANK_TO_CHIP, sequence, contents);
    }

    /** The same in either direction. */
    public byte[] seal(Direction direction, long sequence, byte[] contents) {
        byte[] header = SealedMessage.header(draft.sessionId(), sequence);
        byte[] sealed = opened().keys().seal(direction, sequence, header, contents);
        return new SealedMessage(draft.sessionId(), sequence, sealed).encode();
    }

    /** The sequence that the next message to the chip will have. */
    public long toChip() {
        return toChip;
    }

    /** A Challenge with fresh random bytes. */
    public byte[] challenge(int attemptsLeft) {
        return seal(challengeContents(attemptsLeft));
    }

    /** A Challenge for a login. */
    public byte[] loginChallenge(int attemptsLeft) {
        return seal(new SessionContents.Challenge(random.bytes(32), attemptsLeft, SessionPurpose.LOGIN));
    }

    public SessionContents challengeContents(int attemptsLeft) {
        return new SessionContents.Challenge(random.bytes(32), attemptsLeft);
    }

    public byte[] allowed(PaymentRequest request) {
        return seal(signed(new LoginResult.Allowed(opened().th3(), request)));
    }

    public byte[] loggedIn() {
        return seal(signed(new LoginResult.LoggedIn(opened().th3())));
    }

    public byte[] failed(int attemptsLeft) {
        return seal(signed(new LoginResult.Failed(opened().th3(), attemptsLeft, random.bytes(32))));
    }

    public byte[] voided() {
        return seal(signed(new LoginResult.Voided(opened().th3())));
    }

    /** A login result as this bank signs it. */
    public SessionContents signed(LoginResult result) {
        return signedBy(bank.signer(), CoseSign1.Use.LOGIN_RESULT, result.encode());
    }

    /** Contents of a login result that anyone signed for anything. */
    public SessionContents signedBy(Signer signer, CoseSign1.Use use, byte[] payload) {
        return new SessionContents.SignedLoginResult(
                CoseSign1.sign(signer, use, payload).encode());
    }

    /** A Receipt for a payment, next in sequence. */
    public byte[] receipt(PaymentRequest request, byte[] evidenceHash, Verdict verdict, Instant now) {
        return seal(receiptBy(bank.signer(), receiptContents(request, evidenceHash, verdict, now)));
    }

    public SessionContents receiptBy(Signer signer, ReceiptContents contents) {
        return new SessionContents.Receipt(CoseSign1.signWithChain(signer, CoseSign1.Use.RECEIPT, contents.encode())
                .encode());
    }

    public ReceiptContents receiptContents(PaymentRequest request, byte[] evidenceHash, Verdict verdict, Instant now) {
        return new ReceiptContents(
                bank.bankId(), request.orderId(), request.orderHash(), evidenceHash, verdict, "CONFORMANCE-1", now);
    }

    /** A signer of this bank's suite and chain whose key the chain does not name. */
    public Signer stranger() {
        return suite.signer(suite.generateKeyPair(random).pkcs8(), bank.signer().certificateChain());
    }
}
