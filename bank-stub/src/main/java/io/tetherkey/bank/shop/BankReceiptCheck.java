package io.tetherkey.bank.shop;

import io.tetherkey.protocol.message.ProtocolException;
import io.tetherkey.protocol.message.ReceiptContents;
import io.tetherkey.protocol.seal.CertificateException;
import io.tetherkey.protocol.seal.CertificatePurpose;
import io.tetherkey.protocol.seal.Certificates;
import io.tetherkey.protocol.seal.CoseSign1;
import io.tetherkey.protocol.seal.SealException;
import io.tetherkey.protocol.trust.BankEntry;
import io.tetherkey.protocol.trust.Directory;

/** Checks receipts against the roots of the banks in the directory (PROTOCOL.md, "Receipt"). */
public final class BankReceiptCheck implements ReceiptCheck {
    private final Directory directory;

    public BankReceiptCheck(Directory directory) {
        this.directory = directory;
    }

    @Override
    public ReceiptContents verify(byte[] signedReceipt) throws ReceiptRefusedException {
        try {
            CoseSign1 signed = CoseSign1.parse(signedReceipt);
            ReceiptContents claimed = ReceiptContents.decode(signed.payload());
            BankEntry bank = directory
                    .bank(claimed.bankId())
                    .orElseThrow(() -> new ReceiptRefusedException("the directory does not list the bank"));
            var signer = Certificates.verify(
                    signed.unverifiedChain(), bank.rootCertificate(), CertificatePurpose.BANK, claimed.time());
            if (!signed.isSignedBy(signer.spki(), CoseSign1.Use.RECEIPT)
                    || !signer.commonName().equals(claimed.bankId())) {
                throw new ReceiptRefusedException("not signed by the bank that it names");
            }
            return claimed;
        } catch (SealException | CertificateException | ProtocolException e) {
            throw new ReceiptRefusedException("not a bank's receipt", e);
        }
    }
}
