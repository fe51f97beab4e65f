package io.tetherkey.protocol.phone.virtual;

import io.tetherkey.protocol.message.Fault;
import io.tetherkey.protocol.message.SessionOutcome;
import io.tetherkey.protocol.message.Verdict;
import io.tetherkey.protocol.trust.BankEntry;
import io.tetherkey.protocol.trust.Directory;
import io.tetherkey.protocol.trust.ExportedReceipt;
import io.tetherkey.protocol.trust.ReceiptFacts;
import io.tetherkey.protocol.trust.ReceiptVerifier;
import io.tetherkey.protocol.trust.TrustException;
import io.tetherkey.protocol.trust.VerifiedOrder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** The proof of a payment, checked against the directory and written as a file that anyone can check. */
record PaidReceipt(ReceiptFacts facts, byte[] file) {

    /** @throws PhoneFailure ORDER_MISMATCH if order, evidence and receipt do not speak of one payment */
    static PaidReceipt of(VerifiedOrder order, BankEntry bank, SessionOutcome outcome, Directory directory)
            throws PhoneFailure {
        byte[] file = new ExportedReceipt(
                        order.signedOrder(),
                        outcome.evidence(),
                        outcome.receipt(),
                        bank.rootCertificate(),
                        directory.merchantRoot())
                .encode();
        try {
            ReceiptFacts facts = ReceiptVerifier.verify(file, directory);
            boolean agrees = facts.receipt().verdict() == Verdict.PAID
                    && facts.receipt().bankId().equals(bank.bankId())
                    && facts.order().equals(order.order());
            if (!agrees) {
                throw new PhoneFailure(Fault.ORDER_MISMATCH, "the receipt is of another payment");
            }
            return new PaidReceipt(facts, file);
        } catch (TrustException e) {
            throw new PhoneFailure(Fault.ORDER_MISMATCH, e);
        }
    }

    /** Writes the file in one piece; the folder is made if missing. */
    Path write(Path folder) throws IOException {
        Files.createDirectories(folder);
        Path target = folder.resolve(facts.order().orderId() + ExportedReceipt.EXTENSION);
        Path next = folder.resolve(target.getFileName() + ".next");
        Files.write(next, file);
        return Files.move(next, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** The line that scripts read. */
    String line() {
        return "PAID order=" + facts.order().orderId() + " bank="
                + facts.receipt().bankId() + " amount=" + facts.order().amount() + " receipt="
                + facts.receipt().receiptNumber() + " verified";
    }
}
