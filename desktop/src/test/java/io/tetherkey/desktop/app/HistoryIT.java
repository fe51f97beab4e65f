package io.tetherkey.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tetherkey.desktop.history.EntryReader;
import io.tetherkey.desktop.history.HistoryEntry;
import io.tetherkey.desktop.history.Holds;
import io.tetherkey.desktop.history.StoredEntry;
import io.tetherkey.desktop.history.sqlite.SqliteHistory;
import io.tetherkey.desktop.phone.Roads;
import io.tetherkey.desktop.relay.Outcome;
import io.tetherkey.desktop.ui.Language;
import io.tetherkey.desktop.ui.history.HistoryRow;
import io.tetherkey.desktop.ui.history.HistoryViewModel;
import io.tetherkey.protocol.host.PhoneAddress;
import io.tetherkey.protocol.trust.Directory;
import io.tetherkey.protocol.trust.ReceiptVerifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

/** A real payment in the history: what is checked of it, and what is saved. */
@ExtendWith(ApplicationExtension.class)
class HistoryIT {

    @TempDir
    Path folder;

    @Test
    void paymentIsListedCheckedAndSaved(FxRobot robot) throws Exception {
        try (var site = new DemoSite(folder.resolve("profile"));
                var phone = PhoneInHand.switchOn(site.profile().resolve("phone").resolve("flash.bin"))) {
            phone.tidy();
            Profile profile = new Profile(site.profile());
            pay(robot, site, phone, profile);
            Directory directory =
                    ((DirectoryFile.Reading.Good) DirectoryFile.read(profile, Clock.systemUTC())).directory();
            StoredEntry paid = stored(profile);
            onlyTheWholeTruthIsVerified(new EntryReader(directory), paid);
        }
    }

    private void pay(FxRobot robot, DemoSite site, PhoneInHand phone, Profile profile) throws Exception {
        List<PhoneAddress> addresses = List.of(phone.address());
        Desktop desktop = WaitForAsyncUtils.asyncFx(
                        () -> new Desktop(profile, Roads.only(() -> addresses), new FxTaskRunner(), Clock.systemUTC()))
                .get();
        HistoryViewModel history = desktop.window().history();
        try {
            robot.interact(desktop::start);
            String link = site.order("128.00").link();
            robot.interact(() -> desktop.open(link));
            waitFor(() -> desktop.window().payment().choices().stream()
                    .anyMatch(choice -> choice.usable() && choice.bankId().equals("harbour")));
            robot.interact(() -> {
                desktop.window().payment().chosenBankProperty().set("harbour");
                desktop.window().login().userNameProperty().set("alice");
                desktop.window().login().passwordProperty().set("harbour-demo");
                desktop.window().login().submit();
            });
            phone.enterKey(PaymentIT.KEY);
            phone.approve();
            waitFor(() -> desktop.window().result().outcomeProperty().get().orElse(null) instanceof Outcome.Paid);
            waitFor(() -> history.rows().stream().anyMatch(row -> row.proof().equals("Verified")));
            HistoryRow row =
                    WaitForAsyncUtils.asyncFx(() -> history.rows().getFirst()).get();
            assertThat(row.amount()).isEqualTo("128.00 CNY");
            assertThat(row.bank()).isEqualTo("Harbour Bank");
            savedFilesHold(robot, desktop, row);
        } finally {
            desktop.close();
        }
    }

    private void savedFilesHold(FxRobot robot, Desktop desktop, HistoryRow row) throws Exception {
        var saver = desktop.window().history().saver();
        Path file = folder.resolve("saved.tkreceipt");
        robot.interact(() -> saver.saveReceipt(row, name -> Optional.of(file)));
        assertThat(ReceiptVerifier.verifyAlone(Files.readAllBytes(file)).order().amount())
                .hasToString("128.00 CNY");
        robot.interact(() -> saver.savePdf(row, name -> Optional.of(folder.resolve("en.pdf"))));
        assertThat(textOf(folder.resolve("en.pdf")))
                .contains("Payment receipt", "Verified", row.payee(), "128.00 CNY", "Harbour Bank");
        robot.interact(() -> desktop.window().languageProperty().set(Language.CHINESE));
        HistoryRow chinese = WaitForAsyncUtils.asyncFx(
                        () -> desktop.window().history().rows().getFirst())
                .get();
        robot.interact(() -> saver.savePdf(chinese, name -> Optional.of(folder.resolve("zh.pdf"))));
        assertThat(textOf(folder.resolve("zh.pdf"))).contains("支付收据", "已验证", "港湾银行", "128.00 CNY");
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

    private static void waitFor(Callable<Boolean> state) {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> WaitForAsyncUtils.asyncFx(state).get());
    }
}
