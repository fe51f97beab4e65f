package io.tetherkey.desktop.ui.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.tetherkey.desktop.ui.Language;
import io.tetherkey.desktop.ui.Samples;
import io.tetherkey.desktop.ui.Texts;
import io.tetherkey.desktop.ui.Tone;
import io.tetherkey.protocol.message.SlotResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryViewModelTest {

    private final Texts texts = new Texts(Language.ENGLISH);
    private final HistoryViewModel history = new HistoryViewModel(texts, Samples.BANKS, ReceiptMark.NONE);

    @TempDir
    Path folder;

    @BeforeEach
    void fill() {
        history.show(HistorySamples.ALL);
    }

    @Test
    void rowsSayWhetherTheyAreVerified() {
        assertThat(history.rows()).hasSize(8);
        assertThat(history.rows().get(0).proof()).isEqualTo("Verified");
        assertThat(history.rows().get(1).proof()).isEmpty();
        assertThat(history.rows().get(6).proof()).isEqualTo("Not verified");
        assertThat(history.rows().get(2).proof()).isEqualTo("Does not match");
        assertThat(history.rows().get(2).tone()).isEqualTo(Tone.BAD);
        assertThat(history.rows().get(2).result()).isEqualTo("Not certain");
        assertThat(history.leavesOutProperty().get()).isTrue();
    }

    @Test
    void onlyAPaymentThatWasMadeIsGreen() {
        assertThat(history.rows())
                .filteredOn(row -> row.tone() == Tone.GOOD)
                .isNotEmpty()
                .allMatch(row -> row.entry().result() == SlotResult.PAID);
        history.show(List.of(HistorySamples.OPEN));
        assertThat(history.rows().getFirst().result()).isEqualTo("Not confirmed yet");
        assertThat(history.leavesOutProperty().get()).isFalse();
    }

    @Test
    void recordWithoutAnOrderIsALogin() {
        history.show(List.of(HistorySamples.login(SlotResult.ALLOWED)));
        assertThat(history.rows().getFirst().payee()).isEqualTo("Login at the bank");
        assertThat(history.rows().getFirst().result()).isEqualTo("Login allowed");
    }

    @Test
    void searchLooksAtPayeeAmountAndReceipt() {
        history.searchProperty().set("corner");
        assertThat(history.rows()).hasSize(2);
        history.searchProperty().set("1,500.00");
        assertThat(history.rows()).hasSize(1);
        history.searchProperty().set("HB-2026-000075");
        assertThat(history.rows()).hasSize(1);
        history.searchProperty().set("荷塘");
        assertThat(history.rows()).hasSize(3);
    }

    @Test
    void searchTakesEveryWordInAnyOrderAndAmountsAsTheyAreTyped() {
        history.searchProperty().set("1500 lotus");
        assertThat(history.rows())
                .extracting(row -> row.payee() + " " + row.amount())
                .containsExactly("Lotus Tea House 荷塘茶舍 1,500.00 CNY");
        history.searchProperty().set(HistorySamples.PAID.orderId());
        assertThat(history.rows()).extracting(HistoryRow::entry).containsExactly(HistorySamples.PAID);
        history.searchProperty().set("峰顶 railway");
        assertThat(history.rows()).extracting(HistoryRow::amount).containsExactly("999.00 CNY");
    }

    @Test
    void showingAllTakesSearchAndFiltersAway() {
        history.searchProperty().set("nothing like it");
        history.bankProperty().set(Optional.of("jade"));
        history.turnTo(YearMonth.of(2026, 1));
        history.resultProperty().set(Optional.of(SlotResult.PAID));
        assertThat(history.rows()).isEmpty();
        history.showAll();
        assertThat(history.rows()).hasSize(8);
        assertThat(history.monthProperty().get()).isEmpty();
    }

    @Test
    void monthOfTheChartIsShownAndPressedAgainAllAre() {
        history.turnTo(YearMonth.of(2026, 2));
        assertThat(history.rows())
                .extracting(HistoryRow::amount)
                .contains("999.00 CNY")
                .doesNotContain("128.00 CNY");
        history.turnTo(YearMonth.of(2026, 2));
        assertThat(history.rows()).hasSize(8);
    }

    @Test
    void chartFollowsTheBankAndLeavesNoMonthOut() {
        history.bankProperty().set(Optional.of("harbour"));
        assertThat(history.spending())
                .extracting(s -> s.month() + " " + s.total())
                .containsExactly("2026-03 128.00 CNY", "2026-02 0.00 CNY", "2026-01 640.00 CNY");
        history.bankProperty().set(Optional.of("nobody"));
        assertThat(history.spending()).isEmpty();
    }

    @Test
    void filtersWorkTogether() {
        history.bankProperty().set(Optional.of("harbour"));
        assertThat(history.rows()).hasSize(3);
        history.resultProperty().set(Optional.of(SlotResult.PAID));
        assertThat(history.rows()).hasSize(2);
        history.monthProperty().set(Optional.of(YearMonth.of(2026, 1)));
        assertThat(history.rows()).hasSize(1);
        history.bankProperty().set(Optional.empty());
        history.resultProperty().set(Optional.empty());
        assertThat(history.rows()).hasSize(2);
    }

    @Test
    void chosenRowFollowsTheLanguageAndLeavesWithItsRow() {
        history.choose(Optional.of(history.rows().getFirst()));
        texts.languageProperty().set(Language.CHINESE);
        assertThat(history.chosenProperty().get().orElseThrow().proof()).isEqualTo("已验证");
        history.searchProperty().set("nothing like it");
        assertThat(history.chosenProperty().get()).isEmpty();
    }

    @Test
    void spendingCountsWhatIsPaidAndDoesNotContradictItself() {
        List<Spending> spending = Spending.of(HistorySamples.ALL, ZoneOffset.UTC);
        assertThat(spending)
                .extracting(s -> s.month() + " " + s.total())
                .containsExactly(
                        "2026-03 128.00 CNY", "2026-02 999.00 CNY", "2026-01 640.00 CNY", "2025-12 380.00 CNY");
    }

    @Test
    void fileThatIsThereIsReplacedOnlyWhenTheUserSaysSo() throws IOException {
        Path file = folder.resolve("mine.tkreceipt");
        Files.writeString(file, "old");
        HistoryRow paid = history.rows().getFirst();
        history.saver().saveReceipt(paid, name -> Optional.of(file));
        assertThat(history.saver().asksProperty().get()).isTrue();
        history.saver().keep();
        assertThat(file).hasContent("old");
        history.saver().saveReceipt(paid, name -> Optional.of(folder.resolve("mine")));
        assertThat(history.saver().asksProperty().get()).isTrue();
        history.saver().replace();
        assertThat(file).hasBinaryContent(HistorySamples.PAID.receiptFile());
        assertThat(history.saver().toldProperty().get()).contains(file.toString());
    }

    @Test
    void nameOfTheFileIsTheReceiptsNumber() {
        history.saver().saveReceipt(history.rows().getFirst(), name -> {
            assertThat(name).isEqualTo("HB-2026-000001.tkreceipt");
            return Optional.empty();
        });
        assertThat(history.saver().toldProperty().get()).isEmpty();
    }

    @Test
    void receiptIsMarkedInADemonstrationOnly() throws IOException {
        var demo = new HistoryViewModel(texts, Samples.BANKS, ReceiptMark.DEMO);
        assertThat(printed(demo)).contains("Payment receipt", "DEMO");
        assertThat(printed(history)).contains("Payment receipt").doesNotContain("DEMO");
    }

    private String printed(HistoryViewModel printing) throws IOException {
        Path file = Files.createTempDirectory(folder, "pdf").resolve("receipt.pdf");
        printing.saver().savePdf(history.rows().getFirst(), name -> Optional.of(file));
        try (var document = Loader.loadPDF(file.toFile())) {
            return new PDFTextStripper().getText(document);
        }
    }
}
