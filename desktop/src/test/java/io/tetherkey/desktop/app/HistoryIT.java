package io.tetherkey.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.tetherkey.desktop.history.EntryReader;
import io.tetherkey.desktop.history.HistoryEntry;
import io.tetherkey.desktop.history.Holds;
import io.tetherkey.desktop.history.StoredEntry;
import io.tetherkey.desktop.history.sqlite.SqliteHistory;
import io.tetherkey.desktop.kit.DemoSite;
import io.tetherkey.desktop.kit.PhoneInHand;
import io.tetherkey.desktop.kit.TetherKeyTest;
import io.tetherkey.desktop.kit.WindowOnTest;
import io.tetherkey.desktop.ui.Language;
import io.tetherkey.desktop.ui.history.HistoryRow;
import io.tetherkey.desktop.ui.window.Page;
import io.tetherkey.protocol.trust.Directory;
import io.tetherkey.protocol.trust.ReceiptVerifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real payment in the history: what is checked of it, and what is saved. */
@TetherKeyTest
class HistoryIT {

    @TempDir
    Path folder;

    @Test
    void paymentIsListedCheckedAndSaved(DemoSite site, PhoneInHand phone, WindowOnTest window) throws Exception {
        pay(site, phone, window);
        HistoryRow row = listed(window);
        assertThat(row.amount()).isEqualTo("128.00 CNY");
        assertThat(row.bank()).isEqualTo("Harbour Bank");
        savedFilesHold(window, row);
        window.close();
        Profile profile = new Profile(site.profile());
        Directory directory = ((DirectoryFile.Reading.Good) DirectoryFile.read(profile, Clock.systemUTC())).directory();
        onlyTheWholeTruthIsVerified(new EntryReader(directory), stored(profile));
    }

    private static void pay(DemoSite site, PhoneInHand phone, WindowOnTest window) throws Exception {
        window.open(site.order("128.00"));
        window.chooseBank("harbour");
        window.logIn(DemoSite.USER, DemoSite.PASSWORD);
        phone.enterKey(DemoSite.PAYMENT_KEY);
        phone.approve();
        window.expect("#result-title", "Paid");
    }

    private static HistoryRow listed(WindowOnTest window) {
        window.turnTo(Page.HISTORY);
        window.expectPart("#history-rows", "Verified");
        return window.see(() -> window.model().history().rows().getFirst());
    }

    private void savedFilesHold(WindowOnTest window, HistoryRow row) throws Exception {
        var saver = window.model().history().saver();
        Path file = folder.resolve("saved.tkreceipt");
        window.act(() -> saver.saveReceipt(row, name -> Optional.of(file)));
        assertThat(ReceiptVerifier.verifyAlone(Files.readAllBytes(file)).order().amount())
                .hasToString("128.00 CNY");
        window.act(() -> saver.savePdf(row, name -> Optional.of(folder.resolve("en.pdf"))));
        assertThat(textOf(folder.resolve("en.pdf")))
                .contains("Payment receipt", "DEMO", "Verified", row.payee(), "128.00 CNY", "Harbour Bank");
        window.act(() -> window.model().languageProperty().set(Language.CHINESE));
        window.expectPart("#history-rows", "已验证");
        HistoryRow chinese = window.see(() -> window.model().history().rows().getFirst());
        window.act(() -> saver.savePdf(chinese, name -> Optional.of(folder.resolve("zh.pdf"))));
        assertThat(textOf(folder.resolve("zh.pdf"))).contains("支付回执", "演示", "已验证", "港湾银行", "128.00 CNY");
    }

    private static String textOf(Path pdf) throws Exception {
        try (var document = Loader.loadPDF(pdf.toFile())) {
            return new PDFTextStripper().getText(document);
        }
    }

    private static StoredEntry stored(Profile profile) throws Exception {
        try (var store = SqliteHistory.open(profile.history())) {
            return store.all().stream()
                    .filter(entry -> entry.receipt().length > 0)
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** What is stored is not believed: each changed part is seen, and a missing one is not taken for proof. */
    private static void onlyTheWholeTruthIsVerified(EntryReader reader, StoredEntry paid) {
        assertThat(reader.read(paid).verified()).isEqualTo(Holds.YES);
        byte[] none = new byte[0];
        HistoryEntry otherOrder =
                reader.read(with(paid, changed(paid.unverifiedOrder()), paid.evidence(), paid.receipt()));
        assertThat(List.of(otherOrder.orderSigned(), otherOrder.receiptSigned(), otherOrder.verified()))
                .containsExactly(Holds.NO, Holds.YES, Holds.NO);
        HistoryEntry otherReceipt =
                reader.read(with(paid, paid.unverifiedOrder(), paid.evidence(), changed(paid.receipt())));
        assertThat(List.of(otherReceipt.orderSigned(), otherReceipt.receiptSigned(), otherReceipt.verified()))
                .containsExactly(Holds.YES, Holds.NO, Holds.NO);
        HistoryEntry otherEvidence =
                reader.read(with(paid, paid.unverifiedOrder(), changed(paid.evidence()), paid.receipt()));
        assertThat(List.of(otherEvidence.orderSigned(), otherEvidence.receiptSigned(), otherEvidence.verified()))
                .containsExactly(Holds.YES, Holds.YES, Holds.NO);
        HistoryEntry noOrder = reader.read(with(paid, none, paid.evidence(), paid.receipt()));
        assertThat(List.of(noOrder.orderSigned(), noOrder.receiptSigned(), noOrder.verified()))
                .containsExactly(Holds.NOT_KNOWN, Holds.YES, Holds.NOT_KNOWN);
        assertThat(noOrder.receiptFile()).isEmpty();
        HistoryEntry bare = reader.read(with(paid, none, none, none));
        assertThat(bare.verified()).isEqualTo(Holds.NOT_KNOWN);
    }

    private static StoredEntry with(StoredEntry paid, byte[] order, byte[] evidence, byte[] receipt) {
        return new StoredEntry(paid.bankId(), paid.orderId(), paid.result(), paid.time(), order, evidence, receipt);
    }

    /** The last byte belongs to the signature in each of the three. */
    private static byte[] changed(byte[] bytes) {
        byte[] copy = bytes.clone();
        copy[copy.length - 1] ^= 1;
        return copy;
    }
}
