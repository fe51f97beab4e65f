package io.tetherkey.desktop.history;

import io.tetherkey.desktop.file.AtomicFile;
import io.tetherkey.desktop.relay.Journey;
import io.tetherkey.desktop.relay.ReceiptDesk;
import io.tetherkey.desktop.relay.ReceiptFile;
import io.tetherkey.protocol.message.Fault;
import io.tetherkey.protocol.message.SessionOutcome;
import io.tetherkey.protocol.message.Verdict;
import io.tetherkey.protocol.trust.Directory;
import io.tetherkey.protocol.trust.ExportedReceipt;
import io.tetherkey.protocol.trust.ReceiptFacts;
import io.tetherkey.protocol.trust.ReceiptVerifier;
import io.tetherkey.protocol.trust.TrustException;
import java.io.IOException;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Verifies a payment's proof against the directory and writes it to one file for each order. */
public final class ReceiptKeeper implements ReceiptDesk {

    private static final Logger LOG = LoggerFactory.getLogger(ReceiptKeeper.class);

    private final Path folder;
    private final Directory directory;

    /** @param folder made when the first receipt is written */
    public ReceiptKeeper(Path folder, Directory directory) {
        this.folder = folder;
        this.directory = directory;
    }

    @Override
    public Judgement keep(Journey journey, SessionOutcome outcome) {
        byte[] file = new ExportedReceipt(
                        journey.order().signedOrder(),
                        outcome.evidence(),
                        outcome.receipt(),
                        journey.bank().rootCertificate(),
                        directory.merchantRoot())
                .encode();
        try {
            ReceiptFacts facts = ReceiptVerifier.verify(file, directory);
            boolean agrees = facts.receipt().verdict() == Verdict.PAID
                    && facts.receipt().bankId().equals(journey.bank().bankId())
                    && facts.order().equals(journey.order().order());
            return agrees
                    ? new Judgement.Agrees(
                            facts.receipt().receiptNumber(), write(facts.order().orderId(), file))
                    : new Judgement.Differs(Fault.ORDER_MISMATCH);
        } catch (TrustException e) {
            LOG.error("order, evidence and receipt do not agree", e);
            return new Judgement.Differs(Fault.ORDER_MISMATCH);
        }
    }

    private ReceiptFile write(String orderId, byte[] content) {
        Path file = folder.resolve(orderId + ExportedReceipt.EXTENSION);
        try {
            AtomicFile.write(file, content);
            return new ReceiptFile.Kept(file);
        } catch (IOException e) {
            LOG.error("the receipt could not be written", e);
            return new ReceiptFile.OnPhoneOnly();
        }
    }
}
