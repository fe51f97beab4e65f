package io.tetherkey.desktop.ui.window;

import io.tetherkey.desktop.ui.Nodes;
import io.tetherkey.desktop.ui.Texts;
import io.tetherkey.desktop.ui.bankboard.BankBoardView;
import io.tetherkey.desktop.ui.ladder.LadderView;
import io.tetherkey.desktop.ui.ladder.NowView;
import io.tetherkey.desktop.ui.login.LoginView;
import io.tetherkey.desktop.ui.payment.BankChoiceView;
import io.tetherkey.desktop.ui.payment.OrderHeaderView;
import io.tetherkey.desktop.ui.payment.UnderWayView;
import io.tetherkey.desktop.ui.phonecard.PhoneCardView;
import io.tetherkey.desktop.ui.result.ResultView;
import java.util.EnumSet;
import java.util.Objects;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The whole window: phone and banks at the left, the payment in the middle, its steps at the right. */
public final class WindowView extends BorderPane {

    private final WindowViewModel window;
    private final Texts texts;

    public WindowView(WindowViewModel window) {
        this.window = window;
        this.texts = window.texts();
        getStyleClass().add("window");
        setId("window");
        getStylesheets()
                .add(Objects.requireNonNull(WindowView.class.getResource("tetherkey.css"))
                        .toExternalForm());
        setTop(new VBox(new TopBarView(window), new NoticeView(window)));
        setLeft(left());
        setCenter(middle());
    }

    private VBox left() {
        BankBoardView board = new BankBoardView(window.board(), texts);
        VBox.setVgrow(board, Priority.ALWAYS);
        VBox left = new VBox(new PhoneCardView(window.phoneCard(), texts), board);
        left.getStyleClass().add("left");
        return left;
    }

    private StackPane middle() {
        Node rest = switch (window.trust()) {
            case WindowViewModel.Trust.Listed ignored -> new RestView(window);
            case WindowViewModel.Trust.None none -> new NoDirectoryView(none.why(), texts);
        };
        Nodes.showWhile(rest, shownOn(Screen.REST, Screen.NO_DIRECTORY));
        Node payment = payment();
        Nodes.showWhile(payment, shownOn(Screen.ORDER, Screen.UNDER_WAY, Screen.RESULT));
        StackPane middle = new StackPane(rest, payment);
        middle.getStyleClass().add("middle");
        return middle;
    }

    private HBox payment() {
        Node form = form();
        Nodes.showWhile(form, shownOn(Screen.ORDER));
        Node underWay = new UnderWayView(window.payment(), window.ladder(), texts);
        Nodes.showWhile(underWay, shownOn(Screen.UNDER_WAY));
        Node result = new ResultView(window.result(), texts);
        Nodes.showWhile(result, shownOn(Screen.RESULT));
        VBox sheet = new VBox(new OrderHeaderView(window.payment(), texts), form, underWay, result);
        sheet.getStyleClass().addAll("card", "sheet");
        ScrollPane scroll = new ScrollPane(sheet);
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        scroll.getStyleClass().add("plain-scroll");
        HBox.setHgrow(scroll, Priority.ALWAYS);
        LadderView ladder = new LadderView(window.ladder(), texts);
        HBox payment = new HBox(scroll, ladder);
        payment.getStyleClass().add("payment");
        return payment;
    }

    private VBox form() {
        NowView now = new NowView(window.ladder());
        Nodes.showWhile(now, window.payment().phoneMissingProperty());
        VBox form = new VBox(
                now,
                new BankChoiceView(window.payment(), texts),
                new LoginView(window.login(), window.payment(), texts));
        form.getStyleClass().add("form");
        return form;
    }

    private ObservableValue<Boolean> shownOn(Screen first, Screen... more) {
        EnumSet<Screen> screens = EnumSet.of(first, more);
        return window.screenProperty().map(screens::contains);
    }
}
