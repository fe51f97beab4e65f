package io.tetherkey.protocol.vectors;

import io.tetherkey.protocol.message.Decision;
import io.tetherkey.protocol.message.Offer;
import io.tetherkey.protocol.message.Path;
import io.tetherkey.protocol.message.ProtocolException;
import io.tetherkey.protocol.message.ReceiptContents;
import io.tetherkey.protocol.message.SessionPurpose;
import io.tetherkey.protocol.message.Verdict;
import io.tetherkey.protocol.seal.CoseSign1;
import io.tetherkey.protocol.seal.Hashes;
import io.tetherkey.protocol.seal.RandomSource;
import io.tetherkey.protocol.session.AuthorizationProof;
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
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One session between the two real ends, with every message and the state of its sender after it. */
final class SessionStory {
    static final String ORIGIN = "https://bank.example";
    static final String USER_NAME = "alice";
    static final String PASSWORD = "correct horse battery";
    static final String RECEIPT_NUMBER = "TV-0000000001";

    /** What happens. */
    enum Plot {
        PAID("paid", "the payment key is right at once, the payment is approved and paid"),
        FAILED_THEN_DECLINED(
                "failed-then-declined", "the first payment key is wrong, the second right; the payment is declined"),
        VOID("void", "the tenth wrong payment key in a row: the certificate is void"),
        LOGGED_IN("logged-in", "a login: the payment key is right at once", SessionPurpose.LOGIN),
        FAILED_THEN_LOGGED_IN(
                "failed-then-logged-in",
                "a login: the first payment key is wrong, the second right",
                SessionPurpose.LOGIN);

        final String title;
        final String meaning;
        final SessionPurpose purpose;

        Plot(String title, String meaning) {
            this(title, meaning, SessionPurpose.PAYMENT);
        }

        Plot(String title, String meaning, SessionPurpose purpose) {
            this.title = title;
            this.meaning = meaning;
            this.purpose = purpose;
        }

        static List<Plot> of(SessionPurpose purpose) {
            return Arrays.stream(values())
                    .filter(plot -> plot.purpose == purpose)
                    .toList();
        }
    }

    final VectorHouse house;
    final Plot plot;
    final OfferTerms terms;
    final BankSession bank;
    final ChipSession chip;
    /** By name, in order: Offer, Accept, Challenge, Response and so on; a second Response is "Response 2". */
    final Map<String, byte[]> messages = new LinkedHashMap<>();
    /** The bank's state after it sent the message of this name. */
    final Map<String, BankState> bankAfter = new LinkedHashMap<>();
    /** The chip's state after it sent the message of this name. */
    final Map<String, ChipState> chipAfter = new LinkedHashMap<>();

    private final RandomSource challenges;
    private BankStep atBank;
    private ChipStep atChip;

    SessionStory(VectorHouse house, Plot plot) throws ProtocolException {
        this.house = house;
        this.plot = plot;
        RandomSource ids = new VectorRandom(stream("session id"));
        byte[] sessionId = ids.bytes(16);
        byte[] context = plot.purpose == SessionPurpose.LOGIN ? ids.bytes(32) : house.signedOrder;
        terms = new OfferTerms(sessionId, VectorHouse.NOW, Offer.MOST_TIME_TO_LIVE, Hashes.sha256(context));
        challenges = new VectorRandom(stream("challenges"));
        bank = new BankSession(new BankIdentity(house.bankId, house.bank), new VectorRandom(stream("bank")));
        chip = new ChipSession(house.chip, new VectorRandom(stream("chip")));
        atBank = bank.open(terms);
        said("Offer");
        byte[] offer = messages.get("Offer");
        atChip = chip.open(
                new OfferInput(offer, ORIGIN, USER_NAME, PASSWORD.toCharArray(), VectorHouse.NOW), house.slot());
        answered("Accept");
        play();
    }

    String stream(String what) {
        return house.name + " " + plot.title + " " + what;
    }

    private void play() throws ProtocolException {
        bank(new BankEvent.Received(messages.get("Accept")));
        bank(new BankEvent.CertificateVerified());
        bank(new BankEvent.PasswordVerified(challenges.bytes(32), plot == Plot.VOID ? 1 : 10, plot.purpose));
        said("Challenge");
        chip(new ChipEvent.Received(messages.get("Challenge")));
        switch (plot) {
            case PAID -> {
                login("", house.responseKey, new BankEvent.LoginAllowed(house.request));
                decided(Decision.APPROVED, Verdict.PAID);
            }
            case FAILED_THEN_DECLINED -> {
                login("", house.wrongResponseKey(), new BankEvent.LoginFailed(9, challenges.bytes(32)));
                login(" 2", house.responseKey, new BankEvent.LoginAllowed(house.request));
                decided(Decision.DECLINED, Verdict.DECLINED);
            }
            case LOGGED_IN -> login("", house.responseKey, new BankEvent.LoggedIn());
            case FAILED_THEN_LOGGED_IN -> {
                login("", house.wrongResponseKey(), new BankEvent.LoginFailed(9, challenges.bytes(32)));
                login(" 2", house.responseKey, new BankEvent.LoggedIn());
            }
            case VOID -> login("", house.wrongResponseKey(), new BankEvent.LoginVoided());
        }
    }

    private void login(String number, byte[] responseKey, BankEvent word) throws ProtocolException {
        chip(new ChipEvent.PaymentKeyEntered(responseKey));
        answered("Response" + number);
        bank(new BankEvent.Received(messages.get("Response" + number)));
        boolean right = ((BankEffect.JudgeResponse) atBank.effect()).proof().matches(house.responseKey);
        if (right != (word instanceof BankEvent.LoginAllowed || word instanceof BankEvent.LoggedIn)) {
            throw new AssertionError("the bank would say otherwise");
        }
        bank(word);
        said("LoginResult" + number);
        chip(new ChipEvent.Received(messages.get("LoginResult" + number)));
    }

    private void decided(Decision decision, Verdict verdict) throws ProtocolException {
        chip(new ChipEvent.Decided(decision, 1, new byte[32], Path.WIRED));
        answered("Authorization");
        bank(new BankEvent.Received(messages.get("Authorization")));
        AuthorizationProof proof = ((BankEffect.Settle) atBank.effect()).proof();
        if (!proof.matches(house.responseKey)) {
            throw new AssertionError("the MAC does not hold");
        }
        bank(new BankEvent.Settled(receipt(house, proof.evidenceHash(), verdict)));
        said("Receipt");
        chip(new ChipEvent.Received(messages.get("Receipt")));
    }

    static byte[] receipt(VectorHouse house, byte[] evidenceHash, Verdict verdict) {
        var contents = new ReceiptContents(
                house.bankId,
                house.request.orderId(),
                house.request.orderHash(),
                evidenceHash,
                verdict,
                RECEIPT_NUMBER,
                VectorHouse.NOW.plusSeconds(20));
        return CoseSign1.signWithChain(house.bank, CoseSign1.Use.RECEIPT, contents.encode())
                .encode();
    }

    private void bank(BankEvent event) throws ProtocolException {
        atBank = bank.next(atBank.state(), event);
    }

    private void chip(ChipEvent event) throws ProtocolException {
        atChip = chip.next(atChip.state(), event);
    }

    private void said(String name) {
        messages.put(name, ((BankEffect.Send) atBank.effect()).message());
        bankAfter.put(name, atBank.state());
    }

    private void answered(String name) {
        messages.put(name, ((ChipEffect.Send) atChip.effect()).message());
        chipAfter.put(name, atChip.state());
    }

    /** The chip's last effect. */
    ChipEffect end() {
        return atChip.effect();
    }
}
