package io.tetherkey.protocol.typeface;

import java.io.IOException;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;

/** A program that tells what a system without Chinese fonts draws with and without the typeface. */
final class BareSystem {

    /** In the private use area: no font has it. */
    private static final String MISSING = "\uE123";

    private BareSystem() {}

    public static void main(String[] arguments) throws Exception {
        var told = new CompletableFuture<String>();
        Platform.startup(() -> {
            try {
                told.complete(tell());
            } catch (IOException | RuntimeException e) {
                told.completeExceptionally(e);
            }
        });
        System.out.println(told.get());
        System.exit(0);
    }

    private static String tell() throws IOException {
        boolean system = ChineseTypeface.canDrawChinese(Font.getDefault());
        Optional<String> sheet = ChineseTypeface.stylesheetIfNeeded();
        Font font = ChineseTypeface.load();
        String box = ChineseTypeface.outline(MISSING, font);
        String boxes = signs().filter(sign ->
                        !sign.isBlank() && ChineseTypeface.outline(sign, font).equals(box))
                .collect(Collectors.joining());
        Font bold = Font.font(ChineseTypeface.FAMILY, FontWeight.BOLD, font.getSize());
        boolean heavier = !ChineseTypeface.outline("永", bold).equals(ChineseTypeface.outline("永", font));
        return "system=" + system + " sheet=" + sheet.isPresent() + " family=" + font.getFamily() + " bold=" + heavier
                + " boxes=" + boxes;
    }

    /** Each sign of the Chinese texts once. */
    private static Stream<String> signs() {
        return Stream.of("phone.screen.screens", "message.faults")
                .map(name -> ResourceBundle.getBundle("io.tetherkey.protocol." + name, java.util.Locale.CHINESE))
                .flatMap(bundle -> bundle.keySet().stream().map(bundle::getString))
                .flatMapToInt(String::codePoints)
                .distinct()
                .mapToObj(Character::toString);
    }
}
