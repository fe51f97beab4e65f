package io.tetherkey.protocol.vectors;

import static io.tetherkey.protocol.vectors.VectorReader.hex;
import static io.tetherkey.protocol.vectors.VectorReader.hexes;
import static io.tetherkey.protocol.vectors.VectorReader.in;
import static io.tetherkey.protocol.vectors.VectorReader.named;
import static io.tetherkey.protocol.vectors.VectorReader.number;
import static io.tetherkey.protocol.vectors.VectorReader.text;

import com.upokecenter.cbor.CBORObject;
import io.tetherkey.protocol.message.Decision;
import io.tetherkey.protocol.message.LoginResult;
import io.tetherkey.protocol.message.Path;
import io.tetherkey.protocol.message.ProtocolException;
import io.tetherkey.protocol.message.SessionPurpose;
import io.tetherkey.protocol.seal.CoseSign1;
import io.tetherkey.protocol.seal.SealException;
import io.tetherkey.protocol.seal.Suite;
import io.tetherkey.protocol.session.BankEffect;
import io.tetherkey.protocol.session.BankEvent;
import io.tetherkey.protocol.session.BankIdentity;
import io.tetherkey.protocol.session.BankSession;
import io.tetherkey.protocol.session.BankState;
import io.tetherkey.protocol.session.BankStep;
import io.tetherkey.protocol.session.ChipEffect;
import io.tetherkey.protocol.session.ChipEvent;
import io.tetherkey.protocol.session.ChipSession;
import io.tetherkey.protocol.session.ChipState;
import io.tetherkey.protocol.session.ChipStep;
import io.tetherkey.protocol.session.OfferInput;
import io.tetherkey.protocol.session.OfferTerms;
import io.tetherkey.protocol.session.SlotView;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The two real ends, set up from a published session and driven with what stands there. */
final class VectorEnds {
    final CBORObject file;
    final CBORObject session;
    final Suite suite;
    final BankSession bank;
    final ChipSession chip;

    VectorEnds(CBORObject file, CBORObject session) {
        this.file = file;
        this.session = session;
        suite = Suite.fromId((int) number(file, "suite")).orElseThrow();
        var atBank = in(file, "bank");
        var bankSigner = suite.signer(hex(atBank, "private_key"), hexes(atBank, "certificates"));
        bank = new BankSession(
                new BankIdentity(text(atBank, "bank_id"), bankSigner),
                new VectorRandom(text(session, "bank_bytes_from")));
        var inChip = in(file, "chip");
        chip = new ChipSession(
                suite.signer(hex(inChip, "private_key"), hexes(inChip, "certificates")),
                new VectorRandom(text(session, "chip_bytes_from")));
    }

    CBORObject message(String name) {
        return named(session, "messages", name);
    }

    byte[] bytes(String name) {
        return hex(message(name), "message");
    }

    /** The names of one end's messages, in order. */
    List<String> messagesOf(String end) {
        List<String> names = new ArrayList<>();
        for (CBORObject message : VectorReader.all(session, "messages")) {
            if (text(message, "from").equals(end)) {
                names.add(text(message, "name"));
            }
        }
        return names;
    }

    SlotView slot() {
        var inChip = in(file, "chip");
        return new SlotView(
                text(inChip, "slot_id"),
                text(in(file, "bank"), "bank_id"),
                (int) number(inChip, "suite"),
                hex(in(file, "bank"), "root"),
                hexes(inChip, "certificates"));
    }

    Instant now() {
        return Instant.ofEpochSecond(number(file, "now"));
    }

    BankStep offer() {
        var terms = in(message("Offer"), "terms");
        return bank.open(new OfferTerms(
                hex(session, "session_id"),
                Instant.ofEpochSecond(number(terms, "issued_at")),
                Duration.ofSeconds(number(terms, "time_to_live")),
                hex(terms, "context_hash")));
    }

    ChipStep accept(byte[] offer) throws ProtocolException {
        var accept = message("Accept");
        return chip.open(
                new OfferInput(
                        offer,
                        text(accept, "origin"),
                        text(accept, "user_name"),
                        text(accept, "password").toCharArray(),
                        now()),
                slot());
    }

    /** The bank's step on one message of the chip; what the bank decides is what it decided in the file. */
    BankStep bankTakes(BankState state, byte[] message, String answer) throws ProtocolException, SealException {
        BankStep step = bank.next(state, new BankEvent.Received(message));
        while (true) {
            switch (step.effect()) {
                case BankEffect.Send sent -> {
                    return step;
                }
                case BankEffect.Resend sent -> {
                    return step;
                }
                case BankEffect.VerifyCertificate verify ->
                    step = bank.next(step.state(), new BankEvent.CertificateVerified());
                case BankEffect.VerifyPassword verify -> {
                    var challenge = message("Challenge");
                    step = bank.next(
                            step.state(),
                            new BankEvent.PasswordVerified(
                                    hex(challenge, "random"),
                                    (int) number(challenge, "attempts_left"),
                                    purpose(challenge)));
                }
                case BankEffect.JudgeResponse judge -> step = bank.next(step.state(), judged(answer));
                case BankEffect.Settle settle -> {
                    if (!settle.proof().matches(hex(in(file, "chip"), "response_key"))) {
                        throw new AssertionError("the MAC does not hold");
                    }
                    step = bank.next(step.state(), new BankEvent.Settled(hex(message("Receipt"), "receipt")));
                }
            }
        }
    }

    private static SessionPurpose purpose(CBORObject challenge) {
        return challenge.ContainsKey("purpose")
                ? SessionPurpose.fromCode((int) number(challenge, "purpose")).orElseThrow()
                : SessionPurpose.PAYMENT;
    }

    private BankEvent judged(String answer) throws ProtocolException, SealException {
        var result = LoginResult.decode(
                CoseSign1.parse(hex(message(answer), "login_result")).payload());
        return switch (result) {
            case LoginResult.Allowed allowed -> new BankEvent.LoginAllowed(allowed.request());
            case LoginResult.LoggedIn loggedIn -> new BankEvent.LoggedIn();
            case LoginResult.Failed failed -> new BankEvent.LoginFailed(failed.attemptsLeft(), failed.random());
            case LoginResult.Voided voided -> new BankEvent.LoginVoided();
        };
    }

    /** The chip's step on one message of the bank, with what the user did in the file. */
    ChipStep chipTakes(ChipState state, byte[] message, String answer) throws ProtocolException {
        ChipStep step = chip.next(state, new ChipEvent.Received(message));
        return switch (step.effect()) {
            case ChipEffect.AskPaymentKey ask ->
                chip.next(step.state(), new ChipEvent.PaymentKeyEntered(hex(message(answer), "response_key")));
            case ChipEffect.AskApproval ask -> {
                var authorization = message(answer);
                yield chip.next(
                        step.state(),
                        new ChipEvent.Decided(
                                Decision.fromCode((int) number(authorization, "decision"))
                                        .orElseThrow(),
                                number(authorization, "counter"),
                                hex(authorization, "previous_hash"),
                                Path.fromCode((int) number(authorization, "path"))
                                        .orElseThrow()));
            }
            case ChipEffect.Send send -> step;
            case ChipEffect.Resend resend -> step;
            case ChipEffect.LoggedIn loggedIn -> step;
            case ChipEffect.EraseSlot erase -> step;
            case ChipEffect.Finish finish -> step;
        };
    }

    /** The bank's state after it sent the message of this name. */
    BankState bankAfter(String name) throws ProtocolException, SealException {
        BankState state = offer().state();
        List<String> own = messagesOf("bank");
        List<String> theirs = messagesOf("chip");
        for (int i = 1; i <= own.indexOf(name); i++) {
            state = bankTakes(state, bytes(theirs.get(i - 1)), own.get(i)).state();
        }
        return state;
    }

    /** The chip's state after it sent the message of this name. */
    ChipState chipAfter(String name) throws ProtocolException {
        ChipState state = accept(bytes("Offer")).state();
        List<String> own = messagesOf("chip");
        List<String> theirs = messagesOf("bank");
        for (int i = 1; i <= own.indexOf(name); i++) {
            state = chipTakes(state, bytes(theirs.get(i)), own.get(i)).state();
        }
        return state;
    }

    static boolean sent(BankStep step, byte[] message) {
        return step.effect() instanceof BankEffect.Send(byte[] own) && Arrays.equals(own, message);
    }

    static boolean sent(ChipStep step, byte[] message) {
        return step.effect() instanceof ChipEffect.Send(byte[] own) && Arrays.equals(own, message);
    }
}
