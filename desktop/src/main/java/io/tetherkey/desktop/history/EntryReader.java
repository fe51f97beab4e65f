package io.tetherkey.desktop.history;

import io.tetherkey.protocol.message.Order;
import io.tetherkey.protocol.message.ProtocolException;
import io.tetherkey.protocol.message.ReceiptContents;
import io.tetherkey.protocol.message.SlotResult;
import io.tetherkey.protocol.message.Verdict;
import io.tetherkey.protocol.seal.CertificateException;
import io.tetherkey.protocol.seal.CertificatePurpose;
import io.tetherkey.protocol.seal.Certificates;
import io.tetherkey.protocol.seal.CoseSign1;
import io.tetherkey.protocol.seal.SealException;
import io.tetherkey.protocol.trust.Directory;
import io.tetherkey.protocol.trust.ExportedReceipt;
import io.tetherkey.protocol.trust.OrderVerifier;
import io.tetherkey.protocol.trust.ReceiptFacts;
import io.tetherkey.protocol.trust.ReceiptVerifier;
import io.tetherkey.protocol.trust.TrustException;
import io.tetherkey.protocol.trust.VerifiedOrder;
import java.util.Optional;

/** Checks stored results against the directory, each time anew: what the file says of itself is not believed. */
public final class EntryReader {

    private final Directory directory;

    public EntryReader(Directory directory) {
        this.directory = directory;
    }

    /** A part that was checked; the value is there only if it holds. */
    private record Checked<T>(Holds holds, Optional<T> value) {
        static <T> Checked<T> unknown() {
            return new Checked<>(Holds.NOT_KNOWN, Optional.empty());
        }

        static <T> Checked<T> bad() {
            return new Checked<>(Holds.NO, Optional.empty());
        }
    }

    public HistoryEntry read(StoredEntry stored) {
        Checked<VerifiedOrder> order = checkedOrder(stored);
        Checked<ReceiptContents> receipt = receipt(stored);
        Checked<byte[]> file = file(stored);
        return new HistoryEntry(
                stored.key(),
                stored.bankId(),
                stored.orderId(),
                stored.result(),
                stored.time(),
                order.value().map(VerifiedOrder::order),
                receipt.value().map(ReceiptContents::receiptNumber),
                order.holds(),
                receipt.holds(),
                file.holds(),
                file.value().orElse(new byte[0]));
    }

    /** The shop's order, if it is there and holds; checked as of the time when the shop made it. */
    Optional<VerifiedOrder> order(StoredEntry stored) {
        return checkedOrder(stored).value();
    }

    private Checked<VerifiedOrder> checkedOrder(StoredEntry stored) {
        byte[] signed = stored.unverifiedOrder();
        if (signed.length == 0) {
            return Checked.unknown();
        }
        try {
            Order claimed = Order.decode(CoseSign1.parse(signed).payload());
            VerifiedOrder order = new OrderVerifier(directory.merchantRoot()).verify(signed, claimed.issuedAt());
            return order.order().orderId().equals(stored.orderId())
                    ? new Checked<>(Holds.YES, Optional.of(order))
                    : Checked.bad();
        } catch (SealException | ProtocolException | TrustException e) {
            return Checked.bad();
        }
    }

    private Checked<ReceiptContents> receipt(StoredEntry stored) {
        byte[] signed = stored.receipt();
        var bank = directory.bank(stored.bankId());
        if (signed.length == 0 || bank.isEmpty()) {
            return Checked.unknown();
        }
        try {
            var cose = CoseSign1.parse(signed);
            var contents = ReceiptContents.decode(cose.payload());
            var signer = Certificates.verify(
                    cose.unverifiedChain(), bank.get().rootCertificate(), CertificatePurpose.BANK, contents.time());
            boolean holds = cose.isSignedBy(signer.spki(), CoseSign1.Use.RECEIPT)
                    && signer.commonName().equals(stored.bankId())
                    && contents.bankId().equals(stored.bankId())
                    && contents.orderId().equals(stored.orderId())
                    && agrees(contents.verdict(), stored.result());
            return holds ? new Checked<>(Holds.YES, Optional.of(contents)) : Checked.bad();
        } catch (SealException | ProtocolException | CertificateException e) {
            return Checked.bad();
        }
    }

    private Checked<byte[]> file(StoredEntry stored) {
        var bank = directory.bank(stored.bankId());
        if (stored.unverifiedOrder().length == 0 || stored.receipt().length == 0 || bank.isEmpty()) {
            return Checked.unknown();
        }
        byte[] file = new ExportedReceipt(
                        stored.unverifiedOrder(),
                        stored.evidence(),
                        stored.receipt(),
                        bank.get().rootCertificate(),
                        directory.merchantRoot())
                .encode();
        try {
            ReceiptFacts facts = ReceiptVerifier.verify(file, directory);
            boolean holds = facts.receipt().bankId().equals(stored.bankId())
                    && facts.order().orderId().equals(stored.orderId())
                    && agrees(facts.receipt().verdict(), stored.result());
            return holds ? new Checked<>(Holds.YES, Optional.of(file)) : Checked.bad();
        } catch (TrustException e) {
            return Checked.bad();
        }
    }

    private static boolean agrees(Verdict verdict, SlotResult result) {
        return switch (verdict) {
            case PAID -> result == SlotResult.PAID;
            case DECLINED -> result == SlotResult.DECLINED;
            case FAILED -> result == SlotResult.PAYMENT_FAILED;
        };
    }
}
