package io.tetherkey.bank.session;

import io.tetherkey.bank.enrolment.ChipRegistrar;
import io.tetherkey.bank.payment.ReceiptIssuer;
import io.tetherkey.protocol.seal.RandomSource;
import io.tetherkey.protocol.session.BankEnrolment;
import io.tetherkey.protocol.session.BankIdentity;
import io.tetherkey.protocol.session.BankSession;

/**
 * One of the banks in this process.
 *
 * @param receipts signs with the bank's key, as Offers and login results are signed
 * @param rootCertificate of its own authority, DER
 */
public record Bank(ReceiptIssuer receipts, byte[] rootCertificate, ChipRegistrar registrar) {

    public Bank {
        rootCertificate = rootCertificate.clone();
    }

    @Override
    public byte[] rootCertificate() {
        return rootCertificate.clone();
    }

    /** As in the directory. */
    public String bankId() {
        return receipts.bankId();
    }

    BankEnrolment enrolment(RandomSource random) {
        return new BankEnrolment(new BankIdentity(bankId(), receipts.signer()), random);
    }

    BankSession session(RandomSource random) {
        return new BankSession(new BankIdentity(bankId(), receipts.signer()), random);
    }
}
