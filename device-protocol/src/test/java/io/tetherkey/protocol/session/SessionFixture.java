package io.tetherkey.protocol.session;

import io.tetherkey.protocol.message.Decision;
import io.tetherkey.protocol.message.Money;
import io.tetherkey.protocol.message.Offer;
import io.tetherkey.protocol.message.Path;
import io.tetherkey.protocol.message.PaymentRequest;
import io.tetherkey.protocol.message.ProtocolException;
import io.tetherkey.protocol.message.ReceiptContents;
import io.tetherkey.protocol.message.SessionPurpose;
import io.tetherkey.protocol.message.Verdict;
import io.tetherkey.protocol.seal.CertificatePurpose;
import io.tetherkey.protocol.seal.CoseSign1;
import io.tetherkey.protocol.seal.RandomSource;
import io.tetherkey.protocol.seal.Signer;
import io.tetherkey.protocol.seal.Suite;
import io.tetherkey.protocol.seal.TestAuthority;
import java.time.Duration;
import java.util.Arrays;

/** A bank and a chip that know each other, and the steps between them. */
final class SessionFixture {
    static final PaymentRequest REQUEST = new PaymentRequest(
            "0123456789abcdef0123456789abcdef",
            filled(32, 7),
            "Lotus Tea House 荷塘茶舍",
            "6200 0000 1234",
            new Money(12_800, "CNY"),
            TestAuthority.NOW.plusSeconds(600));
    static final byte[] RIGHT_KEY = filled(32, 1);
    static final byte[] WRONG_KEY = filled(32, 2);
    static final byte[] RANDOM = filled(32, 3);
    static final byte[] NEXT_RANDOM = filled(32, 4);
    static final byte[] SESSION_ID = filled(16, 5);

    final TestAuthority authority;
    final Signer bankSigner;
    final Signer chipSigner;
    final BankSession bank;
    final ChipSession chip;
    final SlotView slot;

    SessionFixture() {
        this(Suite.CLASSIC);
    }

    SessionFixture(Suite suite) {
        authority = new TestAuthority("Harbour Root", suite);
        bankSigner = authority.issue("harbour", CertificatePurpose.BANK);
        chipSigner = authority.issue("slot-1", CertificatePurpose.CHIP);
        bank = new BankSession(new BankIdentity("harbour", bankSigner), RandomSource.secure());
        chip = new ChipSession(chipSigner, RandomSource.secure());
        slot = new SlotView("slot-1", "harbour", suite.id(), authority.root(), chipSigner.certificateChain());
    }

    BankStep offer() {
        return bank.open(new OfferTerms(SESSION_ID, TestAuthority.NOW, Offer.MOST_TIME_TO_LIVE, filled(32, 9)));
    }

    ChipStep accept(byte[] offer) throws ProtocolException {
        return chip.open(input(offer), slot);
    }

    OfferInput input(byte[] offer) {
        return new OfferInput(offer, "https://localhost", "alice", "secret-password".toCharArray(), TestAuthority.NOW);
    }

    /** The bank takes the Accept and challenges. */
    BankStep challenge(BankState offered, byte[] accept) throws ProtocolException {
        return challenge(offered, accept, SessionPurpose.PAYMENT);
    }

    private BankStep challenge(BankState offered, byte[] accept, SessionPurpose purpose) throws ProtocolException {
        BankStep presented = bank.next(offered, new BankEvent.Received(accept));
        BankStep named = bank.next(presented.state(), new BankEvent.CertificateVerified());
        return bank.next(named.state(), new BankEvent.PasswordVerified(RANDOM, 10, purpose));
    }

    /** The bank has challenged and the chip asks for the payment key. */
    Pair asked(SessionPurpose purpose) throws ProtocolException {
        BankStep offered = offer();
        ChipStep accepted = accept(sent(offered));
        BankStep challenged = challenge(offered.state(), sent(accepted), purpose);
        return new Pair(challenged, chip.next(accepted.state(), new ChipEvent.Received(sent(challenged))));
    }

    /** The user has typed a key and the bank is to judge the response. */
    Pair typed(SessionPurpose purpose, byte[] key) throws ProtocolException {
        return typed(asked(purpose), key);
    }

    /** The same from where both ends stand. */
    Pair typed(Pair asked, byte[] key) throws ProtocolException {
        ChipStep responded = chip.next(asked.chip().state(), new ChipEvent.PaymentKeyEntered(key));
        return new Pair(bank.next(asked.bank().state(), new BankEvent.Received(sent(responded))), responded);
    }

    /** The bank has judged and told the chip. */
    Pair told(Pair typed, BankEvent judgement) throws ProtocolException {
        BankStep judged = bank.next(typed.bank().state(), judgement);
        return new Pair(judged, chip.next(typed.chip().state(), new ChipEvent.Received(sent(judged))));
    }

    /** Both ends up to the allowed login. */
    Pair allowed() throws ProtocolException {
        return told(typed(SessionPurpose.PAYMENT, RIGHT_KEY), new BankEvent.LoginAllowed(REQUEST));
    }

    /** The last step of each end. */
    record Pair(BankStep bank, ChipStep chip) {}

    ChipStep decide(ChipState state, Decision decision) throws ProtocolException {
        return chip.next(state, new ChipEvent.Decided(decision, 1, new byte[32], Path.WIRED));
    }

    byte[] receipt(AuthorizationProof proof, Verdict verdict) {
        return CoseSign1.signWithChain(
                        bankSigner,
                        CoseSign1.Use.RECEIPT,
                        new ReceiptContents(
                                        "harbour",
                                        REQUEST.orderId(),
                                        REQUEST.orderHash(),
                                        proof.evidenceHash(),
                                        verdict,
                                        "HB-0000000001",
                                        TestAuthority.NOW.plus(Duration.ofSeconds(20)))
                                .encode())
                .encode();
    }

    static byte[] sent(BankStep step) {
        return switch (step.effect()) {
            case BankEffect.Send(byte[] message) -> message;
            case BankEffect.Resend(byte[] message) -> message;
            default -> throw new AssertionError("the bank sent nothing: " + step.effect());
        };
    }

    static byte[] sent(ChipStep step) {
        return switch (step.effect()) {
            case ChipEffect.Send(byte[] message) -> message;
            case ChipEffect.Resend(byte[] message) -> message;
            default -> throw new AssertionError("the chip sent nothing: " + step.effect());
        };
    }

    static byte[] filled(int length, int value) {
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, (byte) value);
        return bytes;
    }
}
