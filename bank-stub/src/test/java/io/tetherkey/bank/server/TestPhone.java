package io.tetherkey.bank.server;

import io.tetherkey.protocol.message.Decision;
import io.tetherkey.protocol.message.Path;
import io.tetherkey.protocol.message.ProtocolException;
import io.tetherkey.protocol.phone.chip.SoftwareChip;
import io.tetherkey.protocol.phone.flash.FileFlashMedium;
import io.tetherkey.protocol.phone.flash.FlashException;
import io.tetherkey.protocol.phone.flash.FlashStore;
import io.tetherkey.protocol.phone.flash.SlotRecord;
import io.tetherkey.protocol.seal.RandomSource;
import io.tetherkey.protocol.seal.Signer;
import io.tetherkey.protocol.seal.Suite;
import io.tetherkey.protocol.session.ChipEffect;
import io.tetherkey.protocol.session.ChipEvent;
import io.tetherkey.protocol.session.ChipSession;
import io.tetherkey.protocol.session.ChipState;
import io.tetherkey.protocol.session.ChipStep;
import io.tetherkey.protocol.session.OfferInput;
import io.tetherkey.protocol.session.SlotView;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The chip's end of one session, with the demo profile's own flash and a user whose fingers the test moves. */
final class TestPhone {

    static final String RIGHT_KEY = "135790";
    static final String WRONG_KEY = "000000";
    static final String PASSWORD = "harbour-demo";

    private final SoftwareChip chip;
    private final SlotRecord slot;
    private final List<byte[]> chain;
    private final long counter;
    private Optional<ChipState> state = Optional.empty();
    private Optional<ChipEffect> lastEffect = Optional.empty();

    private TestPhone(SoftwareChip chip, SlotRecord slot, List<byte[]> chain, long counter) {
        this.chip = chip;
        this.slot = slot;
        this.chain = chain;
        this.counter = counter;
    }

    /** A phone whose next signature has the given counter. */
    static TestPhone of(java.nio.file.Path profile, long counter) throws FlashException {
        return of(profile, "harbour", counter);
    }

    /** The same for the slot of any bank. */
    static TestPhone of(java.nio.file.Path profile, String bankId, long counter) throws FlashException {
        var flash = FlashStore.open(new FileFlashMedium(profile.resolve("phone").resolve("flash.bin")));
        var slot = flash.slotOfBank(bankId).orElseThrow();
        return new TestPhone(new SoftwareChip(flash, RandomSource.secure()), slot, slot.certificateChain(), counter);
    }

    /** The same chip presenting other certificates for its key. */
    TestPhone presenting(List<byte[]> otherChain) {
        return new TestPhone(chip, slot, otherChain, counter);
    }

    List<byte[]> certificateChain() {
        return chain;
    }

    byte[] publicKey() throws FlashException {
        return chip.publicKey(slot.slotId());
    }

    byte[] accept(byte[] offer, String user, String password) throws ProtocolException {
        return accept(offer, "https://localhost", user, password);
    }

    byte[] accept(byte[] offer, String origin, String user, String password) throws ProtocolException {
        var step = session()
                .open(
                        new OfferInput(offer, origin, user, password.toCharArray(), Instant.now()),
                        new SlotView(slot.slotId(), slot.bankId(), slot.suite(), slot.bankRootCertificate(), chain));
        return taken(step);
    }

    /** Takes the bank's message; what the chip then wants is {@link #effect}. */
    ChipEffect receive(byte[] message) throws ProtocolException {
        return keep(session().next(state.orElseThrow(), new ChipEvent.Received(message)));
    }

    byte[] enter(String paymentKey) throws ProtocolException, FlashException {
        var key = chip.responseKey(slot.slotId(), paymentKey.toCharArray());
        return taken(session().next(state.orElseThrow(), new ChipEvent.PaymentKeyEntered(key)));
    }

    byte[] decide(Decision decision) throws ProtocolException {
        return taken(session()
                .next(state.orElseThrow(), new ChipEvent.Decided(decision, counter, new byte[32], Path.WIRED)));
    }

    ChipEffect effect() {
        return lastEffect.orElseThrow();
    }

    private byte[] taken(ChipStep step) {
        if (keep(step) instanceof ChipEffect.Send(byte[] message)) {
            return message;
        }
        throw new AssertionError("the chip sends nothing");
    }

    private ChipEffect keep(ChipStep step) {
        state = Optional.of(step.state());
        lastEffect = Optional.of(step.effect());
        return step.effect();
    }

    private ChipSession session() {
        return new ChipSession(signer(), RandomSource.secure());
    }

    private Signer signer() {
        return new Signer() {
            @Override
            public Suite suite() {
                return Suite.fromId(slot.suite()).orElseThrow();
            }

            @Override
            public byte[] sign(byte[] toBeSigned) {
                try {
                    return chip.sign(slot.slotId(), toBeSigned);
                } catch (FlashException e) {
                    throw new UncheckedIOException(e);
                }
            }

            @Override
            public List<byte[]> certificateChain() {
                return chain;
            }
        };
    }
}
