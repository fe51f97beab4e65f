package io.tetherkey.protocol.phone.screen;

import io.tetherkey.protocol.message.ComputerInfo;
import io.tetherkey.protocol.message.PaymentRequest;
import java.util.ArrayList;
import java.util.List;

/** Puts the phone's lists into words: one line for each result or computer, then what is known of it. */
final class PhoneListWords {
    private PhoneListWords() {}

    static List<ScreenLine> records(Screen.Records records, ScreenTexts texts) {
        List<ScreenLine> lines = new ArrayList<>();
        lines.add(ScreenLine.of(ScreenLine.Style.TITLE, texts.text("records.title")));
        if (records.results().isEmpty()) {
            lines.add(ScreenLine.of(ScreenLine.Style.BODY, texts.text("records.empty")));
        }
        for (PastResult result : records.results()) {
            lines.add(ScreenLine.field(
                    texts.time(result.time()) + " " + result.bank().in(texts), outcome(result, texts)));
        }
        return lines;
    }

    private static String outcome(PastResult result, ScreenTexts texts) {
        String outcome = texts.text("result." + result.result().name());
        if (result.payment().isEmpty()) {
            return outcome;
        }
        PaymentRequest payment = result.payment().get();
        return texts.text("records.payment", outcome, payment.amount(), VisibleText.of(payment.payee()));
    }

    static List<ScreenLine> computers(Screen.Computers computers, ScreenTexts texts) {
        List<ScreenLine> lines = new ArrayList<>();
        lines.add(ScreenLine.of(ScreenLine.Style.TITLE, texts.text("computers.title")));
        boolean none = computers.computers().isEmpty();
        lines.add(ScreenLine.of(ScreenLine.Style.BODY, texts.text(none ? "computers.empty" : "computers.body")));
        for (ComputerInfo computer : computers.computers()) {
            lines.add(ScreenLine.field(
                    VisibleText.of(computer.name()), texts.text("computers.since", texts.day(computer.since()))));
        }
        return lines;
    }
}
