package io.tetherkey.bank.server;

import io.tetherkey.protocol.message.Decision;
import io.tetherkey.protocol.message.Path;
import io.tetherkey.protocol.message.ProtocolException;
import io.tetherkey.protocol.seal.KeyPairBytes;
import io.tetherkey.protocol.seal.RandomSource;
import io.tetherkey.protocol.seal.Signer;
import io.tetherkey.protocol.seal.Suite;
import io.tetherkey.protocol.session.BankTrust;
import io.tetherkey.protocol.session.ChipEffect;
import io.tetherkey.protocol.session.ChipEnrolment;
import io.tetherkey.protocol.session.ChipEnrolmentEffect;
import io.tetherkey.protocol.session.ChipEnrolmentEvent;
import io.tetherkey.protocol.session.ChipEnrolmentState;
import io.tetherkey.protocol.session.ChipEnrolmentStep;
import io.tetherkey.protocol.session.ChipEvent;
import io.tetherkey.protocol.session.ChipSession;
import io.tetherkey.protocol.session.ChipState;
import io.tetherkey.protocol.session.ChipStep;
import io.tetherkey.protocol.session.EnrolmentInput;
import io.tetherkey.protocol.session.OfferInput;
import io.tetherkey.protocol.session.SlotView;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The chip's end of an enrolment and of payments after it, with keys in memory and a user whom the test moves. */
final class TestChip {

    private static final RandomSource RANDOM = RandomSource.secure();

    private final DemoBank bank;
    private final byte[] root;
    private final byte[] responseKey = RANDOM.bytes(32);

    private KeyPairBytes newKey;
    private Optional<KeyPairBytes> key = Optional.empty();
    private List<byte[]> chain = List.of();
    private Optional<ChipEnrolmentState> enrolment = Optional.empty();
    private Optional<ChipState> payment = Optional.empty();
    private long counter;

    TestChip(DemoBank bank, byte[] root) {
        this.bank = bank;
        this.root = root;
        this.newKey = bank.suite().generateKeyPair(RANDOM);
    }

    List<byte[]> chain() {
        return chain;
    }

    // Enrolment

    /** The request with an activation code. */
    byte[] request(byte[] offer, String user, String code) throws ProtocolException {
        newKey = bank.suite().generateKeyPair(RANDOM);
        open(offer, user);
        return sent(next(new ChipEnrolmentEvent.CodeEntered(newKey.spki(), code.toCharArray())));
    }

    /** The request of a renewal, signed by the key in use. */
    byte[] renewalRequest(byte[] offer, String user) throws ProtocolException {
        newKey = bank.suite().generateKeyPair(RANDOM);
        open(offer, user);
        return sent(next(new ChipEnrolmentEvent.RenewalConfirmed(newKey.spki(), signer())));
    }

    private void open(byte[] offer, String user) throws ProtocolException {
        var trust = new BankTrust(bank.bankId(), bank.suite().id(), root);
        enrolment = Optional.of(ChipEnrolment.open(new EnrolmentInput(offer, user, Instant.now()), trust)
                .state());
    }

    /** Takes the certificate of a first enrolment and chooses a payment key. */
    byte[] keySet(byte[] issued) throws ProtocolException {
        next(new ChipEnrolmentEvent.Received(issued, Instant.now()));
        return sent(next(new ChipEnrolmentEvent.PaymentKeyChosen(responseKey.clone())));
    }

    /** Takes the certificate of a renewal, which is in use from now on. */
    byte[] renewed(byte[] issued) throws ProtocolException {
        var effect = next(new ChipEnrolmentEvent.Received(issued, Instant.now()));
        if (effect instanceof ChipEnrolmentEffect.Renew renew) {
            use(renew.certificateChain());
            return renew.message();
        }
        throw new AssertionError("not renewed");
    }

    /** Takes the result; true if the slot is enabled or renewed. */
    boolean conclude(byte[] result) throws ProtocolException {
        return switch (next(new ChipEnrolmentEvent.Received(result, Instant.now()))) {
            case ChipEnrolmentEffect.Enable enable -> {
                use(enable.certificateChain());
                yield true;
            }
            case ChipEnrolmentEffect.Renewed renewed -> true;
            case ChipEnrolmentEffect.Refused refused -> false;
            default -> throw new AssertionError("no end of an enrolment");
        };
    }

    private void use(List<byte[]> issued) {
        key = Optional.of(newKey);
        chain = issued;
    }

    private ChipEnrolmentEffect next(ChipEnrolmentEvent event) throws ProtocolException {
        ChipEnrolmentStep step = new ChipEnrolment(bank.suite().signer(newKey.pkcs8(), List.of()), RANDOM)
                .next(enrolment.orElseThrow(), event);
        enrolment = Optional.of(step.state());
        return step.effect();
    }

    private static byte[] sent(ChipEnrolmentEffect effect) {
        if (effect instanceof ChipEnrolmentEffect.Send(byte[] message)) {
            return message;
        }
        throw new AssertionError("the chip sends nothing");
    }

    // Payment

    byte[] accept(byte[] offer, String user, String password) throws ProtocolException {
        var slot = new SlotView("slot", bank.bankId(), bank.suite().id(), root, chain);
        var input = new OfferInput(offer, "https://localhost", user, password.toCharArray(), Instant.now());
        return taken(session().open(input, slot));
    }

    ChipEffect receive(byte[] message) throws ProtocolException {
        return keep(session().next(payment.orElseThrow(), new ChipEvent.Received(message)));
    }

    /** Answers with the right response key, or with one of a wrong payment key. */
    byte[] answer(Answer answer) throws ProtocolException {
        var used = switch (answer) {
            case RIGHT -> responseKey.clone();
            case WRONG -> new byte[32];
        };
        return taken(session().next(payment.orElseThrow(), new ChipEvent.PaymentKeyEntered(used)));
    }

    /** What the user types. */
    enum Answer {
        RIGHT,
        WRONG
    }

    byte[] approve() throws ProtocolException {
        counter++;
        return taken(session()
                .next(
                        payment.orElseThrow(),
                        new ChipEvent.Decided(Decision.APPROVED, counter, new byte[32], Path.WIRED)));
    }

    private byte[] taken(ChipStep step) {
        if (keep(step) instanceof ChipEffect.Send(byte[] message)) {
            return message;
        }
        throw new AssertionError("the chip sends nothing");
    }

    private ChipEffect keep(ChipStep step) {
        payment = Optional.of(step.state());
        return step.effect();
    }

    private ChipSession session() {
        return new ChipSession(signer(), RANDOM);
    }

    private Signer signer() {
        return bank.suite().signer(key.orElseThrow().pkcs8(), chain);
    }

    Suite suite() {
        return bank.suite();
    }
}
