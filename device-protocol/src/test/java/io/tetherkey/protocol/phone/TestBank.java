package io.tetherkey.protocol.phone;

import io.tetherkey.protocol.message.Decision;
import io.tetherkey.protocol.message.Money;
import io.tetherkey.protocol.message.Offer;
import io.tetherkey.protocol.message.PaymentRequest;
import io.tetherkey.protocol.message.ProtocolException;
import io.tetherkey.protocol.message.ReceiptContents;
import io.tetherkey.protocol.message.SessionPurpose;
import io.tetherkey.protocol.message.StatusCode;
import io.tetherkey.protocol.message.Verdict;
import io.tetherkey.protocol.phone.flash.FlashException;
import io.tetherkey.protocol.phone.flash.FlashMedium;
import io.tetherkey.protocol.seal.CertificatePurpose;
import io.tetherkey.protocol.seal.CoseSign1;
import io.tetherkey.protocol.seal.RandomSource;
import io.tetherkey.protocol.seal.SealException;
import io.tetherkey.protocol.seal.Signer;
import io.tetherkey.protocol.seal.Suite;
import io.tetherkey.protocol.seal.TestAuthority;
import io.tetherkey.protocol.session.AuthorizationProof;
import io.tetherkey.protocol.session.BankEffect;
import io.tetherkey.protocol.session.BankEvent;
import io.tetherkey.protocol.session.BankIdentity;
import io.tetherkey.protocol.session.BankSession;
import io.tetherkey.protocol.session.BankState;
import io.tetherkey.protocol.session.BankStep;
import io.tetherkey.protocol.session.OfferTerms;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** A whole bank in memory over the real {@link BankSession}: customer alice, ten attempts, one order at a time. */
public final class TestBank {
    public static final Instant NOW = TestAuthority.NOW;
    public static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    public static final String PASSWORD = "harbour-demo";
    public static final String RIGHT_KEY = "135790";
    public static final byte[] COMPUTER = new byte[16];
    static final String BANK_ID = "harbour";
    static final String SLOT_ID = "slot-1";

    private final RandomSource random = RandomSource.secure();
    private final Suite suite;
    private final String bankId;
    private final String slotId;
    private final TestAuthority authority;
    private final Signer signer;
    private final BankSession session;
    private byte[] responseKey = new byte[0];
    private PaymentRequest request = order('a');
    private SessionPurpose purpose = SessionPurpose.PAYMENT;
    private BankState state;
    private int attemptsLeft = 10;
    private Instant now = NOW;
    private Instant offeredAt = NOW;

    /** The bank of most tests: Harbour, suite 1, slot-1. */
    public TestBank() {
        this(Suite.CLASSIC, BANK_ID, SLOT_ID);
    }

    public TestBank(Suite suite, String bankId, String slotId) {
        this.suite = suite;
        this.bankId = bankId;
        this.slotId = slotId;
        authority = new TestAuthority("Root of " + bankId, suite);
        signer = authority.issue(bankId, CertificatePurpose.BANK);
        session = new BankSession(new BankIdentity(bankId, signer), random);
        state = offered();
    }

    String bankId() {
        return bankId;
    }

    TestAuthority authority() {
        return authority;
    }

    Signer signer() {
        return signer;
    }

    Suite suite() {
        return suite;
    }

    /** An enrolment gave the customer a new payment key and ten attempts. */
    void enrolled(byte[] newResponseKey) {
        responseKey = newResponseKey.clone();
        attemptsLeft = 10;
    }

    /** The orders that were debited, once for each time. */
    List<String> debits() {
        return settled.stream()
                .filter(proof -> proof.decision() == Decision.APPROVED)
                .map(proof -> proof.request().orderId())
                .toList();
    }

    private final Map<String, byte[]> receipts = new HashMap<>();

    /** What the bank settled, in order. */
    public final List<AuthorizationProof> settled = new ArrayList<>();

    public static PaymentRequest order(char id) {
        return order(id, "Lotus Tea House");
    }

    public static PaymentRequest order(char id, String payee) {
        return new PaymentRequest(
                String.valueOf(id).repeat(32),
                new byte[32],
                payee,
                "6222 0001 2345",
                new Money(12_800, "CNY"),
                NOW.plusSeconds(900));
    }

    /** Fills a phone's flash with this bank's slot and the trusted computer {@link #COMPUTER}. */
    public void provision(FlashMedium medium) throws FlashException {
        FlashProvisioning phone = FlashProvisioning.open(medium, random, CLOCK);
        byte[] spki = phone.createSlot(new SlotIdentity(slotId, bankId, "Harbour Bank", "港湾银行", suite.id()));
        byte[] certificate = authority.certify(slotId, spki, CertificatePurpose.CHIP);
        phone.importCertificates(slotId, List.of(certificate), authority.root());
        responseKey = phone.setPaymentKey(slotId, RIGHT_KEY.toCharArray());
        phone.trustComputer(COMPUTER, "Alice’s PC");
    }

    /** Lets the bank's clock go on; a session whose time is over is not answered any more. */
    void pass(Duration time) {
        now = now.plus(time);
    }

    /** Offers for a login. */
    public byte[] loginOffer() {
        purpose = SessionPurpose.LOGIN;
        state = offered();
        return ((BankState.Offered) state).offer();
    }

    /** Offers for an order. */
    public byte[] offer(PaymentRequest order) {
        purpose = SessionPurpose.PAYMENT;
        request = order;
        state = offered();
        return ((BankState.Offered) state).offer();
    }

    /** Offers something else for an order, signed by this bank all the same. */
    byte[] offer(PaymentRequest order, UnaryOperator<Offer> change) throws ProtocolException, SealException {
        var plain = Offer.decode(CoseSign1.parse(offer(order)).payload());
        return CoseSign1.signWithChain(
                        signer, CoseSign1.Use.OFFER, change.apply(plain).encode())
                .encode();
    }

    private BankState offered() {
        offeredAt = now;
        return session.open(new OfferTerms(random.bytes(16), now, Offer.MOST_TIME_TO_LIVE, request.orderHash()))
                .state();
    }

    public byte[] sessionId() {
        return state.sessionId();
    }

    public int attemptsLeft() {
        return attemptsLeft;
    }

    /** Takes a message of the chip and answers it. */
    public byte[] answer(byte[] message) throws ProtocolException {
        if (!(state instanceof BankState.Finished) && !now.isBefore(offeredAt.plus(Offer.MOST_TIME_TO_LIVE))) {
            throw new ProtocolException(StatusCode.SESSION_EXPIRED, "the session's time is over");
        }
        BankStep step = session.next(state, new BankEvent.Received(message));
        while (true) {
            state = step.state();
            switch (step.effect()) {
                case BankEffect.Send(byte[] reply) -> {
                    return reply;
                }
                case BankEffect.Resend(byte[] reply) -> {
                    return reply;
                }
                case BankEffect.VerifyCertificate verify -> step = next(new BankEvent.CertificateVerified());
                case BankEffect.VerifyPassword(String user, char[] password) -> step = next(login(user, password));
                case BankEffect.JudgeResponse judge ->
                    step = next(judged(judge.proof().matches(responseKey)));
                case BankEffect.Settle(AuthorizationProof proof) -> step = next(settled(proof));
            }
        }
    }

    private BankStep next(BankEvent event) throws ProtocolException {
        return session.next(state, event);
    }

    private BankEvent login(String user, char[] password) {
        if (!user.equals("alice") || !Arrays.equals(password, PASSWORD.toCharArray())) {
            throw new AssertionError("the credentials did not arrive");
        }
        return new BankEvent.PasswordVerified(random.bytes(32), attemptsLeft, purpose);
    }

    private BankEvent judged(boolean right) {
        if (right) {
            attemptsLeft = 10;
            return purpose == SessionPurpose.LOGIN ? new BankEvent.LoggedIn() : new BankEvent.LoginAllowed(request);
        }
        attemptsLeft--;
        return attemptsLeft == 0
                ? new BankEvent.LoginVoided()
                : new BankEvent.LoginFailed(attemptsLeft, random.bytes(32));
    }

    private BankEvent settled(AuthorizationProof proof) {
        if (!proof.matches(responseKey)) {
            throw new AssertionError("the authorization is not under the response key");
        }
        return new BankEvent.Settled(receipts.computeIfAbsent(request.orderId(), order -> receipt(proof)));
    }

    /** An order is settled once; whoever comes later gets the stored receipt. */
    private byte[] receipt(AuthorizationProof proof) {
        settled.add(proof);
        Verdict verdict = proof.decision() == Decision.APPROVED ? Verdict.PAID : Verdict.DECLINED;
        ReceiptContents receipt = new ReceiptContents(
                bankId, request.orderId(), request.orderHash(), proof.evidenceHash(), verdict, "R-1", NOW);
        return CoseSign1.signWithChain(signer, CoseSign1.Use.RECEIPT, receipt.encode())
                .encode();
    }
}
