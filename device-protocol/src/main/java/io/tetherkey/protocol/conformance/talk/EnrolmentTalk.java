package io.tetherkey.protocol.conformance.talk;

import io.tetherkey.protocol.conformance.CaseFailure;
import io.tetherkey.protocol.conformance.NotRunException;
import io.tetherkey.protocol.conformance.bank.BankKey;
import io.tetherkey.protocol.conformance.bank.EnrolmentEnd;
import io.tetherkey.protocol.conformance.phone.Answer;
import io.tetherkey.protocol.conformance.phone.PhoneLine;
import io.tetherkey.protocol.conformance.phone.PhoneUnderTest;
import io.tetherkey.protocol.message.EnrolmentPurpose;
import io.tetherkey.protocol.message.LinkCodec;
import io.tetherkey.protocol.message.LinkReply;
import io.tetherkey.protocol.message.LinkRequest;
import io.tetherkey.protocol.message.PhoneStatus;
import io.tetherkey.protocol.seal.ChipIssuer;
import io.tetherkey.protocol.transport.TransportException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** One enrolment over one cable, by its steps. */
public final class EnrolmentTalk {
    /** What the person is asked to type, and the bank has to get; of no use anywhere else, so it may be printed. */
    public static final String CODE = "730155926408";

    private static final Duration VALIDITY = Duration.ofHours(12);
    private static final String KEY_SENTENCE = "Choose any payment key of six digits, and type it a second time.";

    private final PhoneUnderTest phone;
    private final EnrolmentPurpose purpose;
    private final EnrolmentEnd bank;
    private final ChipIssuer issuer;
    private final PhoneLine line;
    private final Instant until;
    private final List<PhoneStatus> statuses = new ArrayList<>();

    private EnrolmentTalk(
            PhoneUnderTest phone, EnrolmentPurpose purpose, EnrolmentEnd bank, ChipIssuer issuer, PhoneLine line) {
        this.phone = phone;
        this.purpose = purpose;
        this.bank = bank;
        this.issuer = issuer;
        this.line = line;
        this.until = phone.now()
                .plus(
                        switch (purpose) {
                            case NEW -> VALIDITY;
                            case RENEWAL -> VALIDITY.plusHours(1);
                        });
    }

    /** A trusted link and a right EnrolmentOffer of the bank; nothing was sent yet. */
    public static EnrolmentTalk begin(PhoneUnderTest phone, BankKey bank, EnrolmentPurpose purpose)
            throws TransportException, CaseFailure, NotRunException {
        ChipIssuer issuer = phone.setting().papers().issuerOf(bank);
        PhoneLine line = phone.trusted();
        var end = new EnrolmentEnd(bank, purpose, phone.now(), phone.setting().random());
        return new EnrolmentTalk(phone, purpose, end, issuer, line);
    }

    /** Enrols a bank anew, from the code to the enabled slot. */
    public static LinkReply.Enrolled enrol(PhoneUnderTest phone, BankKey bank)
            throws TransportException, CaseFailure, NotRunException {
        EnrolmentTalk talk = begin(phone, bank, EnrolmentPurpose.NEW);
        return talk.finish(talk.issue(talk.ask().newKey()));
    }

    public EnrolmentEnd bank() {
        return bank;
    }

    /** What the phone reported while the last message was in work. */
    public List<PhoneStatus> statuses() {
        return List.copyOf(statuses);
    }

    /** Sends the EnrolmentOffer; a person answers, unless the phone refuses it by itself. */
    public Answer open() throws TransportException, CaseFailure {
        var credentials = Talk.credentials(phone, line, bank.offer());
        return call(new LinkRequest.BeginEnrolment(
                bank.bank().bankId(), phone.setting().papers().directory(), bank.offer(), credentials));
    }

    /** The EnrolmentRequest, after the person has typed the code or agreed to the renewal. */
    public EnrolmentEnd.Asked ask() throws TransportException, CaseFailure {
        phone.please(
                switch (purpose) {
                    case NEW -> "Type the activation code " + CODE + ".";
                    case RENEWAL -> "Agree to the renewal.";
                });
        return bank.request(forwarded(open()));
    }

    /** A certificate of the bank for a key. */
    public List<byte[]> issue(byte[] newKey) {
        return issuer.issue(newKey, phone.now(), until, phone.setting().random());
    }

    /** Until when the certificates of this talk hold. */
    public Instant until() {
        return until;
    }

    /** Relays a message; a person may have to answer. */
    public Answer relay(byte[] message) throws TransportException, CaseFailure {
        return call(new LinkRequest.Relay(bank.sessionId(), message));
    }

    /** Hands the certificate over and takes the PaymentKeySet; checks the length of its response key. */
    public void accept(List<byte[]> chain) throws TransportException, CaseFailure {
        int expected = switch (purpose) {
            case NEW -> 32;
            case RENEWAL -> 0;
        };
        if (purpose == EnrolmentPurpose.NEW) {
            phone.please(KEY_SENTENCE);
        }
        byte[] responseKey =
                bank.paymentKey(forwarded(relay(bank.issued(chain)))).responseKey();
        bank.taken();
        CaseFailure.unless(
                responseKey.length == expected,
                "a response key of " + expected + " bytes",
                responseKey.length + " bytes");
        Arrays.fill(responseKey, (byte) 0);
    }

    /** From the certificate to the enabled slot. */
    public LinkReply.Enrolled finish(List<byte[]> chain) throws TransportException, CaseFailure {
        accept(chain);
        LinkReply.Enrolled enrolled = relay(bank.enabled(phone.now())).reply(LinkReply.Enrolled.class);
        CaseFailure.unless(Arrays.equals(enrolled.sessionId(), bank.sessionId()), "the enrolment's id", "another one");
        return enrolled;
    }

    private byte[] forwarded(Answer answer) throws CaseFailure {
        LinkReply.Forward forward = answer.reply(LinkReply.Forward.class);
        CaseFailure.unless(Arrays.equals(forward.sessionId(), bank.sessionId()), "the enrolment's id", "another one");
        return forward.message();
    }

    private Answer call(LinkRequest request) throws TransportException, CaseFailure {
        statuses.clear();
        return line.call(
                LinkCodec.encode(request), phone.setting().patience(), (on, id, status) -> statuses.add(status));
    }
}
