package io.tetherkey.protocol.trust;

import io.tetherkey.protocol.cbor.CborException;
import io.tetherkey.protocol.message.Decision;
import io.tetherkey.protocol.message.Fault;
import io.tetherkey.protocol.message.Path;
import io.tetherkey.protocol.message.ProtocolException;
import io.tetherkey.protocol.message.ReceiptContents;
import io.tetherkey.protocol.message.Verdict;
import io.tetherkey.protocol.seal.CertificateException;
import io.tetherkey.protocol.seal.CertificatePurpose;
import io.tetherkey.protocol.seal.Certificates;
import io.tetherkey.protocol.seal.CoseSign1;
import io.tetherkey.protocol.seal.Evidence;
import io.tetherkey.protocol.seal.Hashes;
import io.tetherkey.protocol.seal.SealException;
import io.tetherkey.protocol.trust.ReceiptFacts.Anchor;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;

/**
 * Checks an exported receipt offline: the three signatures, their chains at the time of the receipt, and that order,
 * evidence and receipt speak of one payment.
 */
public final class ReceiptVerifier {
    private ReceiptVerifier() {}

    /**
     * Checks against roots that the reader trusts.
     *
     * @throws TrustException RECEIPT_REFUSED, with what does not hold
     */
    public static ReceiptFacts verify(byte[] file, Directory directory) throws TrustException {
        var exported = decode(file);
        var facts = verify(exported, Anchor.DIRECTORY);
        var bank = directory
                .bank(facts.receipt().bankId())
                .orElseThrow(() -> refused("the directory does not list the bank"));
        if (!Arrays.equals(bank.rootCertificate(), exported.bankRoot())) {
            throw refused("the bank root is not the directory's");
        }
        if (!Arrays.equals(directory.merchantRoot(), exported.merchantRoot())) {
            throw refused("the merchant root is not the directory's");
        }
        return facts;
    }

    /**
     * Checks the file in itself; the caller shows the root's fingerprint.
     *
     * @throws TrustException RECEIPT_REFUSED, with what does not hold
     */
    public static ReceiptFacts verifyAlone(byte[] file) throws TrustException {
        return verify(decode(file), Anchor.FILE);
    }

    private static ReceiptFacts verify(ExportedReceipt exported, Anchor anchor) throws TrustException {
        try {
            var receipt = CoseSign1.parse(exported.receipt());
            var contents = ReceiptContents.decode(receipt.payload());
            Instant at = contents.time();
            var bank = Certificates.verify(receipt.unverifiedChain(), exported.bankRoot(), CertificatePurpose.BANK, at);
            require(
                    receipt.isSignedBy(bank.spki(), CoseSign1.Use.RECEIPT)
                            && bank.commonName().equals(contents.bankId()),
                    "the receipt is not signed by the bank");
            var order = order(exported, at);
            require(
                    order.order().orderId().equals(contents.orderId())
                            && MessageDigest.isEqual(order.orderHash(), contents.orderHash()),
                    "the receipt is for another order");
            Path path = verifiedEvidence(exported, order, contents).path();
            return new ReceiptFacts(order.order(), contents, path, Hashes.sha256(exported.bankRoot()), anchor);
        } catch (SealException | CertificateException | ProtocolException e) {
            throw new TrustException(Fault.RECEIPT_REFUSED, "receipt does not hold: " + e.getMessage(), e);
        }
    }

    private static Evidence.Facts verifiedEvidence(
            ExportedReceipt exported, VerifiedOrder order, ReceiptContents contents)
            throws TrustException, SealException, CertificateException {
        var evidence = Evidence.attach(exported.evidence(), order.paymentRequest());
        var chip = Certificates.verify(
                evidence.unverifiedChain(), exported.bankRoot(), CertificatePurpose.CHIP, contents.time());
        require(evidence.isSignedBy(chip.spki()), "the evidence is not signed by the chip");
        require(MessageDigest.isEqual(evidence.hash(), contents.evidenceHash()), "the receipt is for other evidence");
        boolean agree = contents.verdict() != Verdict.PAID || evidence.facts().decision() == Decision.APPROVED;
        require(agree, "paid without approval");
        return evidence.facts();
    }

    private static VerifiedOrder order(ExportedReceipt exported, Instant at) throws TrustException {
        try {
            return new OrderVerifier(exported.merchantRoot()).verifyAt(exported.signedOrder(), at);
        } catch (TrustException e) {
            throw new TrustException(Fault.RECEIPT_REFUSED, "the order in the receipt does not hold", e);
        }
    }

    private static ExportedReceipt decode(byte[] file) throws TrustException {
        try {
            return ExportedReceipt.decode(file);
        } catch (CborException e) {
            throw new TrustException(Fault.RECEIPT_REFUSED, "not an exported receipt: " + e.getMessage(), e);
        }
    }

    private static void require(boolean holds, String otherwise) throws TrustException {
        if (!holds) {
            throw refused(otherwise);
        }
    }

    private static TrustException refused(String why) {
        return new TrustException(Fault.RECEIPT_REFUSED, why);
    }
}
