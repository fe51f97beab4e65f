package io.tetherkey.protocol.conformance.session;

import static io.tetherkey.protocol.conformance.Need.BANK;
import static io.tetherkey.protocol.conformance.Need.HANDS;

import io.tetherkey.protocol.conformance.CaseFailure;
import io.tetherkey.protocol.conformance.ConformanceCase;
import io.tetherkey.protocol.conformance.NotRunException;
import io.tetherkey.protocol.conformance.bank.BankEnd;
import io.tetherkey.protocol.conformance.phone.Answer;
import io.tetherkey.protocol.conformance.phone.PhoneUnderTest;
import io.tetherkey.protocol.conformance.talk.Talk;
import io.tetherkey.protocol.message.Accept;
import io.tetherkey.protocol.message.ProtocolException;
import io.tetherkey.protocol.message.SessionContents.AcceptContents;
import io.tetherkey.protocol.message.StatusCode;
import io.tetherkey.protocol.seal.CertificateException;
import io.tetherkey.protocol.seal.CertificatePurpose;
import io.tetherkey.protocol.seal.Certificates;
import io.tetherkey.protocol.seal.VerifiedCertificate;
import io.tetherkey.protocol.transport.TransportException;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** What an Accept must hold. */
final class AcceptCases {
    private static final String CONTENTS = "Contents";
    private static final int TAG = 16;
    private static final int BLOCK = 256;
    private static final int LEAST = 4_096;
    private static final int LEAST_POST_QUANTUM = 20_480;
    private static final int POST_QUANTUM = 3;

    static final List<ConformanceCase> ALL = List.of(
            ConformanceCase.of(
                    "SESS-P-05",
                    "Certificates",
                    "The Accept holds the chip's chain to the bank's root, made for a chip.",
                    AcceptCases::chain,
                    BANK,
                    HANDS),
            ConformanceCase.of(
                    "SESS-P-06",
                    CONTENTS,
                    "The key of the chip's certificate signed TH2.",
                    AcceptCases::signature,
                    BANK,
                    HANDS),
            ConformanceCase.of(
                    "SESS-P-07",
                    CONTENTS,
                    "User name, password and origin arrive as the PC sent them.",
                    AcceptCases::credentials,
                    BANK,
                    HANDS),
            ConformanceCase.of(
                    "SESS-P-08",
                    CONTENTS,
                    "The chip's list of suites holds the suite of the session.",
                    AcceptCases::suites,
                    BANK,
                    HANDS),
            ConformanceCase.of(
                    "SESS-P-09",
                    "Padding",
                    "The Accept is padded to the suite's length and a multiple of 256 bytes.",
                    AcceptCases::padding,
                    BANK,
                    HANDS),
            ConformanceCase.of(
                    "SESS-P-10",
                    "Key schedule",
                    "Two sessions have two encapsulations and two sets of keys.",
                    AcceptCases::fresh,
                    BANK,
                    HANDS),
            ConformanceCase.of(
                    "SESS-P-11",
                    "Chip",
                    "The Offer again gets the same Accept, byte for byte, on this link and on the next.",
                    AcceptCases::again,
                    BANK,
                    HANDS),
            ConformanceCase.of(
                    "SESS-P-12",
                    "Chip",
                    "The Accept of a session stays the same after another session was opened.",
                    AcceptCases::afterAnother,
                    BANK,
                    HANDS),
            ConformanceCase.of(
                    "SESS-F-24",
                    "Link: the phone",
                    "An Accept that is longer than the PC takes is refused with TOO_LARGE and lost to nobody.",
                    AcceptCases::tooLarge,
                    BANK,
                    HANDS));

    private AcceptCases() {}

    private static AcceptContents contents(PhoneUnderTest phone)
            throws TransportException, CaseFailure, NotRunException {
        return Talk.begin(phone).accept().contents();
    }

    private static void chain(PhoneUnderTest phone) throws TransportException, CaseFailure, NotRunException {
        Talk talk = Talk.begin(phone);
        try {
            VerifiedCertificate chip = Certificates.verify(
                    talk.accept().contents().unverifiedChain(),
                    talk.bank().bank().root(),
                    CertificatePurpose.CHIP,
                    phone.now());
            CaseFailure.unless(
                    !chip.commonName().contains(Talk.USER), "a common name that says nothing", "the customer's name");
        } catch (CertificateException e) {
            throw new CaseFailure("a chip's chain to the root", String.valueOf(e.getMessage()));
        }
    }

    private static void signature(PhoneUnderTest phone) throws TransportException, CaseFailure, NotRunException {
        Talk talk = Talk.begin(phone);
        BankEnd.Opened opened = talk.accept();
        ByteArrayOutputStream signed = new ByteArrayOutputStream();
        signed.writeBytes("TK1 accept signature".getBytes(StandardCharsets.US_ASCII));
        signed.writeBytes(opened.th2());
        try {
            byte[] spki = Certificates.spki(opened.contents().unverifiedChain().getFirst());
            CaseFailure.unless(
                    talk.bank()
                            .suite()
                            .verify(
                                    spki,
                                    signed.toByteArray(),
                                    opened.contents().signature()),
                    "a signature over TH2",
                    "another one");
        } catch (CertificateException e) {
            throw new CaseFailure("a certificate", String.valueOf(e.getMessage()));
        }
    }

    private static void credentials(PhoneUnderTest phone) throws TransportException, CaseFailure, NotRunException {
        AcceptContents told = contents(phone);
        CaseFailure.unless(told.userName().equals(Talk.USER), "the user name", "another one");
        CaseFailure.unless(
                Arrays.equals(told.password(), Talk.PASSWORD.getBytes(StandardCharsets.UTF_8)),
                "the password",
                "another one");
        CaseFailure.unless(told.origin().equals(Talk.ORIGIN), "the origin", "another one");
    }

    private static void suites(PhoneUnderTest phone) throws TransportException, CaseFailure, NotRunException {
        Talk talk = Talk.begin(phone);
        List<Integer> suites = talk.accept().contents().suites();
        int suite = talk.bank().suite().id();
        CaseFailure.unless(
                suites.contains(suite) && suites.stream().noneMatch(each -> each < suite),
                "a list with " + suite + " as its least",
                suites.toString());
    }

    private static void padding(PhoneUnderTest phone) throws TransportException, CaseFailure, NotRunException {
        Talk talk = Talk.begin(phone);
        int least = talk.bank().suite().id() == POST_QUANTUM ? LEAST_POST_QUANTUM : LEAST;
        int length = accept(talk.forwarded(talk.open())).sealed().length - TAG;
        CaseFailure.unless(
                length >= least && length % BLOCK == 0, least + " bytes or more blocks of 256", length + " bytes");
    }

    private static Accept accept(byte[] message) throws CaseFailure {
        try {
            return Accept.decode(message);
        } catch (ProtocolException e) {
            throw new CaseFailure("an Accept", String.valueOf(e.getMessage()));
        }
    }

    private static void fresh(PhoneUnderTest phone) throws TransportException, CaseFailure, NotRunException {
        Talk first = Talk.begin(phone);
        byte[] one = accept(first.forwarded(first.open())).enc();
        Talk second = Talk.begin(phone);
        byte[] two = accept(second.forwarded(second.open())).enc();
        CaseFailure.unless(!Arrays.equals(one, two), "another encapsulation", "the same one");
    }

    private static void again(PhoneUnderTest phone) throws TransportException, CaseFailure, NotRunException {
        Talk talk = Talk.begin(phone);
        byte[] first = talk.forwarded(talk.open());
        Same.bytes(first, talk.forwarded(talk.open()));
        talk.pull();
        Same.bytes(first, talk.forwarded(talk.open()));
    }

    private static void afterAnother(PhoneUnderTest phone) throws TransportException, CaseFailure, NotRunException {
        Talk first = Talk.begin(phone);
        byte[] accept = first.forwarded(first.open());
        Talk second = Talk.begin(phone);
        second.accept();
        Answer again = second.open(first.bank().bank().bankId(), first.bank().offer());
        Same.bytes(accept, first.forwarded(again));
    }

    private static void tooLarge(PhoneUnderTest phone) throws TransportException, CaseFailure, NotRunException {
        Talk talk = Talk.begin(phone);
        talk.narrow();
        Answer refused = talk.open();
        CaseFailure.unless(refused instanceof Answer.Error, "an ERROR", refused.describe());
        refused.requireRefusal(StatusCode.TOO_LARGE);
        talk.replug();
        talk.accept();
    }
}
