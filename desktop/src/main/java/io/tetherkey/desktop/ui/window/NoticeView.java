package io.tetherkey.desktop.ui.window;

import atlantafx.base.theme.Styles;
import io.tetherkey.desktop.ui.Nodes;
import io.tetherkey.desktop.ui.Texts;
import io.tetherkey.protocol.message.Fault;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** Says what was refused, above everything else, until it is closed. */
final class NoticeView extends HBox {

    NoticeView(WindowViewModel window) {
        Texts texts = window.texts();
        getStyleClass().add("notice");
        setAlignment(Pos.CENTER_LEFT);
        setId("notice");
        Label sentence = Nodes.label(text(window, fault -> fault.sentence(texts.locale())), "notice-sentence");
        sentence.setId("notice-sentence");
        Label remedy = Nodes.label(text(window, fault -> fault.remedy(texts.locale())));
        Label code = Nodes.label(text(window, Fault::code), "code");
        code.setId("notice-code");
        VBox words = new VBox(sentence, remedy);
        HBox.setHgrow(words, Priority.ALWAYS);
        Button close = new Button(null, Nodes.icon("mdi2c-close"));
        close.setId("close-notice");
        close.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
        Nodes.describe(close, texts, "app.close");
        close.setOnAction(event -> window.closeNotice());
        FontIcon icon = Nodes.icon("mdi2a-alert-circle-outline", "notice-icon");
        window.noticeProperty().subscribe(told -> {
            boolean own = told.filter(Fault.CANCELLED::equals).isPresent();
            icon.setIconLiteral(own ? "mdi2i-information-outline" : "mdi2a-alert-circle-outline");
            getStyleClass().remove("notice-quiet");
            if (own) {
                getStyleClass().add("notice-quiet");
            }
        });
        getChildren().addAll(icon, words, code, close);
        Nodes.showWhile(this, window.noticeProperty().map(Optional::isPresent));
        setAccessibleRole(AccessibleRole.TEXT);
        accessibleTextProperty().bind(Bindings.concat(sentence.textProperty(), " ", remedy.textProperty()));
    }

    private static StringBinding text(WindowViewModel window, Function<Fault, String> part) {
        return Bindings.createStringBinding(
                () -> window.noticeProperty().get().map(part).orElse(""),
                window.noticeProperty(),
                window.languageProperty());
    }
}
