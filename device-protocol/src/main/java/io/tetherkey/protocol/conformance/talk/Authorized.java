package io.tetherkey.protocol.conformance.talk;

import io.tetherkey.protocol.conformance.CaseFailure;
import io.tetherkey.protocol.conformance.bank.BankEnd;
import io.tetherkey.protocol.message.PaymentRequest;
import io.tetherkey.protocol.message.SessionContents;
import io.tetherkey.protocol.seal.CertificateException;
import io.tetherkey.protocol.seal.Certificates;
import io.tetherkey.protocol.seal.Evidence;
import io.tetherkey.protocol.seal.SealException;
import java.util.Arrays;

/**
 * An Authorization whose evidence was checked: signed by the session's chip, over the payment that was asked, for this
 * session. Its MAC is not checked, for the kit does not know the response key.
 *
 * @param asked the LoginResult that it answers
 * @param message the sealed Authorization
 */
public record Authorized(PaymentRequest request, Evidence evidence, byte[] mac, byte[] asked, byte[] message) {
    public Authorized {
        mac = mac.clone();
        asked = asked.clone();
        message = message.clone();
    }

    @Override
    public byte[] mac() {
        return mac.clone();
    }

    @Override
    public byte[] asked() {
        return asked.clone();
    }

    @Override
    public byte[] message() {
        return message.clone();
    }

    /** @throws CaseFailure unless the evidence is this chip's, for this session and this payment */
    public static Authorized check(
            BankEnd bank, PaymentRequest request, SessionContents.Authorization told, byte[] asked, byte[] message)
            throws CaseFailure {
        try {
            Evidence evidence = Evidence.parse(told.evidence());
            byte[] leaf = bank.opened().contents().unverifiedChain().getFirst();
            CaseFailure.unless(
                    evidence.isSignedBy(Certificates.spki(leaf)), "evidence signed by the session's chip", "another");
            CaseFailure.unless(
                    Arrays.equals(
                            evidence.facts().transcriptHash(), bank.opened().th3()),
                    "evidence for this session",
                    "another session's TH3");
            CaseFailure.unless(
                    evidence.facts().request().equals(request),
                    "evidence over the payment that the bank asked for",
                    "another payment");
            return new Authorized(request, evidence, told.mac(), asked, message);
        } catch (SealException | CertificateException e) {
            throw new CaseFailure("evidence that can be read", String.valueOf(e.getMessage()));
        }
    }
}
