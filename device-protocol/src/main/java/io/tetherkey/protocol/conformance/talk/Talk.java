package io.tetherkey.protocol.conformance.talk;

import io.tetherkey.protocol.conformance.CaseFailure;
import io.tetherkey.protocol.conformance.NotRunException;
import io.tetherkey.protocol.conformance.bank.BankEnd;
import io.tetherkey.protocol.conformance.bank.BankKey;
import io.tetherkey.protocol.conformance.bank.OfferDraft;
import io.tetherkey.protocol.conformance.phone.Answer;
import io.tetherkey.protocol.conformance.phone.FrameCable;
import io.tetherkey.protocol.conformance.phone.PhoneLine;
import io.tetherkey.protocol.conformance.phone.PhoneUnderTest;
import io.tetherkey.protocol.frame.FrameType;
import io.tetherkey.protocol.message.LinkCodec;
import io.tetherkey.protocol.message.LinkReply;
import io.tetherkey.protocol.message.LinkRequest;
import io.tetherkey.protocol.message.PaymentRequest;
import io.tetherkey.protocol.message.PhoneStatus;
import io.tetherkey.protocol.message.SealedCredentials;
import io.tetherkey.protocol.message.SessionContents;
import io.tetherkey.protocol.message.StatusCode;
import io.tetherkey.protocol.message.Verdict;
import io.tetherkey.protocol.seal.CredentialSeal;
import io.tetherkey.protocol.seal.SealException;
import io.tetherkey.protocol.transport.TransportException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** One session over one cable or several, by the steps of a payment. */
public final class Talk {
    public static final String ORIGIN = "https://conformance.test";
    public static final String USER = "conformance";
    public static final String PASSWORD = "not a secret";

    private final PhoneUnderTest phone;
    private final BankEnd bank;
    private final List<PhoneStatus> statuses = new ArrayList<>();
    private PhoneLine line;

    private Talk(PhoneUnderTest phone, BankEnd bank, PhoneLine line) {
        this.phone = phone;
        this.bank = bank;
        this.line = line;
    }

    /** A trusted link and a right Offer of the first bank; nothing was sent yet. */
    public static Talk begin(PhoneUnderTest phone) throws TransportException, CaseFailure, NotRunException {
        return begin(phone, phone.banks().getFirst());
    }

    /** The same for any bank. */
    public static Talk begin(PhoneUnderTest phone, BankKey bank) throws TransportException, CaseFailure {
        return begin(
                phone, bank, OfferDraft.of(bank, phone.now(), phone.setting().random()));
    }

    /** The same with an Offer of the case's own. */
    public static Talk begin(PhoneUnderTest phone, BankKey bank, OfferDraft draft)
            throws TransportException, CaseFailure {
        PhoneLine line = phone.trusted();
        return new Talk(phone, new BankEnd(bank, draft, phone.setting().random()), line);
    }

    public BankEnd bank() {
        return bank;
    }

    public PhoneLine line() {
        return line;
    }

    /** What the phone reported while the last message was in work. */
    public List<PhoneStatus> statuses() {
        return List.copyOf(statuses);
    }

    /** Goes on over a new cable. */
    public void replug() throws TransportException, CaseFailure {
        line = phone.trusted();
    }

    /** The same; the phone may be away for a while. */
    public void replugWithin(Duration limit) throws TransportException, CaseFailure {
        line = phone.line(limit);
        phone.introduce(line);
    }

    /** Goes on over a new cable on which this PC takes messages of 4,096 bytes only. */
    public void narrow() throws TransportException, CaseFailure {
        line = phone.opened(phone.cable(), phone.hello().withMaxMessage(4_096));
        phone.introduce(line);
    }

    /** Pulls the cable without a word, and goes on over a new one. */
    public void pull() throws TransportException, CaseFailure {
        phone.pull();
        replug();
    }

    /** Tells the person at the phone what to do. */
    public void please(String sentence) {
        phone.please(sentence);
    }

    // Single messages

    /** Sends the Offer with credentials that are sealed to this link. */
    public Answer open() throws TransportException, CaseFailure {
        return open(bank.bank().bankId(), bank.offer());
    }

    /** The same with any bytes as the Offer and any bank's slot. */
    public Answer open(String bankId, byte[] offer) throws TransportException, CaseFailure {
        return open(bankId, offer, credentials(offer));
    }

    public Answer open(String bankId, byte[] offer, SealedCredentials credentials)
            throws TransportException, CaseFailure {
        return line.call(new LinkRequest.OpenSession(bankId, offer, ORIGIN, credentials));
    }

    /** User name and password, sealed to this link's key for this Offer. */
    public SealedCredentials credentials(byte[] offer) throws TransportException, CaseFailure {
        return credentials(phone, line, offer);
    }

    /** The same for any link. */
    public static SealedCredentials credentials(PhoneUnderTest phone, PhoneLine open, byte[] offer)
            throws TransportException, CaseFailure {
        try {
            return CredentialSeal.seal(
                    phone.info(open).credentialKey(),
                    offer,
                    USER,
                    PASSWORD.toCharArray(),
                    phone.setting().random());
        } catch (SealException e) {
            throw new CaseFailure("a credential key on the curve", "another one");
        }
    }

    /** Relays a message that the phone answers by itself. */
    public Answer relay(byte[] message) throws TransportException, CaseFailure {
        return relay(message, FrameCable.PROMPTLY, PhoneLine.Watch.NOTHING);
    }

    /** Relays a message that a person answers. */
    public Answer ask(byte[] message, String sentence) throws TransportException, CaseFailure {
        phone.please(sentence);
        return relay(message, phone.setting().patience(), PhoneLine.Watch.NOTHING);
    }

    /** Relays a message and watches. */
    public Answer relay(byte[] message, Duration limit, PhoneLine.Watch watch) throws TransportException, CaseFailure {
        statuses.clear();
        byte[] command = LinkCodec.encode(new LinkRequest.Relay(bank.sessionId(), message));
        return line.call(command, limit, (on, id, status) -> {
            statuses.add(status);
            watch.reported(on, id, status);
        });
    }

    /** The message that the phone wants carried to the bank. */
    public byte[] forwarded(Answer answer) throws CaseFailure {
        LinkReply.Forward forward = answer.reply(LinkReply.Forward.class);
        CaseFailure.unless(Arrays.equals(forward.sessionId(), bank.sessionId()), "the session's id", "another one");
        return forward.message();
    }

    // Steps of a payment

    /** Offer and Accept. */
    public BankEnd.Opened accept() throws TransportException, CaseFailure {
        return bank.accept(forwarded(open()));
    }

    /** Challenge and Response. */
    public SessionContents.Response respond(KeyDeed deed) throws TransportException, CaseFailure {
        return response(bank.challenge(deed.attemptsLeft()), deed.sentence());
    }

    /** The same with a message of the case's own. */
    public SessionContents.Response response(byte[] message, String sentence) throws TransportException, CaseFailure {
        return bank.open(forwarded(ask(message, sentence)), SessionContents.Response.class);
    }

    /** Accept, Challenge and Response. */
    public void login() throws TransportException, CaseFailure {
        accept();
        respond(KeyDeed.TYPE);
    }

    /** LoginResult allowed and Authorization. */
    public Authorized authorize(PaymentRequest request, PaymentDeed deed) throws TransportException, CaseFailure {
        byte[] message = bank.allowed(request);
        byte[] answered = forwarded(ask(message, deed.sentence()));
        SessionContents.Authorization told = bank.open(answered, SessionContents.Authorization.class);
        return Authorized.check(bank, request, told, message, answered);
    }

    /** Receipt and end. */
    public LinkReply.Ended finish(Authorized authorized, Verdict verdict) throws TransportException, CaseFailure {
        byte[] message =
                bank.receipt(authorized.request(), authorized.evidence().hash(), verdict, phone.now());
        LinkReply.Ended ended = relay(message).reply(LinkReply.Ended.class);
        CaseFailure.unless(Arrays.equals(ended.sessionId(), bank.sessionId()), "the session's id", "another one");
        return ended;
    }

    /** Ends what the session asks of its user, if it asks: the message that is pending is sent again and cancelled. */
    public void giveUp(byte[] pending) throws TransportException, CaseFailure {
        byte[] command = LinkCodec.encode(new LinkRequest.Relay(bank.sessionId(), pending));
        long id = line.nextId();
        line.sendMessage(id, command);
        line.send(FrameType.CANCEL, id);
        line.answer(id, FrameCable.PROMPTLY, PhoneLine.Watch.NOTHING).requireRefusal(StatusCode.CANCELLED);
    }
}
