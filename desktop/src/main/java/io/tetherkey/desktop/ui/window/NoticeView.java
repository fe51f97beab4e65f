package io.tetherkey.desktop.ui.window;

import atlantafx.base.theme.Styles;
import io.tetherkey.desktop.ui.Nodes;
import io.tetherkey.desktop.ui.Texts;
import io.tetherkey.desktop.ui.fault.FaultView;
import io.tetherkey.desktop.ui.fault.FaultWords;
import io.tetherkey.protocol.message.Fault;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.javafx.FontIcon;

/** Says what was refused, above everything else, until it is closed. */
final class NoticeView extends HBox {

    NoticeView(WindowViewModel window) {
        Texts texts = window.texts();
        getStyleClass().add("notice");
        setAlignment(Pos.CENTER_LEFT);
        setId("notice");
        var fault = Bindings.createObjectBinding(
                () -> window.noticeProperty().get().map(why -> FaultWords.of(why, texts)),
                window.noticeProperty(),
                window.languageProperty());
        FaultView words = new FaultView(fault, texts, "notice");
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
        getChildren().addAll(icon, words, close);
        Nodes.showWhile(this, window.noticeProperty().map(Optional::isPresent));
        setAccessibleRole(AccessibleRole.TEXT);
        accessibleTextProperty()
                .bind(fault.map(told -> told.map(FaultWords::aloud).orElse("")));
    }
}
