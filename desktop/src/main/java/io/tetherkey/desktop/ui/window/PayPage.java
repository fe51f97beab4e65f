package io.tetherkey.desktop.ui.window;

import io.tetherkey.desktop.ui.Nodes;
import io.tetherkey.desktop.ui.Texts;
import io.tetherkey.desktop.ui.bankboard.BankBoardView;
import io.tetherkey.desktop.ui.guide.Guide;
import io.tetherkey.desktop.ui.guide.GuideView;
import io.tetherkey.desktop.ui.ladder.LadderView;
import io.tetherkey.desktop.ui.login.LoginView;
import io.tetherkey.desktop.ui.payment.BankChoiceView;
import io.tetherkey.desktop.ui.payment.ObstaclesView;
import io.tetherkey.desktop.ui.payment.OrderHeaderView;
import io.tetherkey.desktop.ui.payment.UnderWayView;
import io.tetherkey.desktop.ui.phonecard.PhoneCardView;
import io.tetherkey.desktop.ui.phonelogin.PhoneLoginView;
import io.tetherkey.desktop.ui.phones.PhonesView;
import io.tetherkey.desktop.ui.result.ResultView;
import java.util.EnumSet;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/**
 * The page that pays: phone and banks at the left, the payment in the middle, its steps at the right; all below each
 * other where there is no room for that.
 */
final class PayPage extends BorderPane {

    private final WindowViewModel window;
    private final Texts texts;
    private final VBox left = new VBox();
    private final StackPane middle = new StackPane();
    private final VBox sheet = new VBox();
    private final HBox payment;
    private final VBox column = new VBox();

    /** @param narrow whether there is only room for one column */
    PayPage(WindowViewModel window, ObservableValue<Boolean> narrow) {
        this.window = window;
        this.texts = window.texts();
        fillLeft();
        fillSheet(narrow);
        payment = new FlowSheet(sheet, new LadderView(window.ladder().progress(), texts), narrow);
        Nodes.showWhile(payment, shownOn(Screen.ORDER, Screen.UNDER_WAY, Screen.RESULT));
        var login = window.phoneLogin();
        HBox signin = new FlowSheet(
                new PhoneLoginView(login, texts, narrow), new LadderView(login.progress(), texts), narrow);
        Nodes.showWhile(signin, shownOn(Screen.LOGIN));
        middle.getChildren().addAll(rest(narrow), payment, signin);
        middle.getStyleClass().add("middle");
        column.getStyleClass().add("one-column");
        narrow.subscribe(this::arrange);
    }

    private void arrange(boolean narrow) {
        setLeft(null);
        setCenter(null);
        column.getChildren().clear();
        if (narrow) {
            column.getChildren().addAll(middle, left);
            setCenter(column);
        } else {
            setLeft(left);
            setCenter(middle);
        }
    }

    private void fillLeft() {
        BankBoardView board = new BankBoardView(window.board(), texts);
        VBox.setVgrow(board, Priority.ALWAYS);
        left.getChildren()
                .addAll(new PhoneCardView(window.phoneCard(), texts), new PhonesView(window.phones(), texts), board);
        left.getStyleClass().add("left");
    }

    private Node rest(ObservableValue<Boolean> narrow) {
        Node rest = switch (window.trust()) {
            case WindowViewModel.Trust.Listed ignored -> new RestView(window, narrow);
            case WindowViewModel.Trust.None none -> new NoDirectoryView(none.why(), texts);
        };
        Nodes.showWhile(rest, shownOn(Screen.REST, Screen.NO_DIRECTORY));
        return rest;
    }

    /** Where the window scrolls, what to do now and the result stand above the order, of which one line goes before. */
    private void fillSheet(ObservableValue<Boolean> narrow) {
        Node form = form(narrow);
        Nodes.showWhile(form, shownOn(Screen.ORDER));
        Node underWay = new UnderWayView(window.payment(), window.ladder(), texts, narrow);
        Nodes.showWhile(underWay, shownOn(Screen.UNDER_WAY));
        Node result = new ResultView(window.result(), texts, narrow);
        Nodes.showWhile(result, shownOn(Screen.RESULT));
        Node header = new OrderHeaderView(window.payment(), texts);
        Node line = OrderHeaderView.line(window.payment());
        narrow.subscribe(one -> sheet.getChildren()
                .setAll(one ? List.of(line, underWay, result, form, header) : List.of(header, form, underWay, result)));
        sheet.getStyleClass().addAll("card", "sheet");
        Nodes.styleWhile(sheet, "header-below", narrow);
    }

    /** As long as no bank can pay, the way there stands in the place of the login. */
    private VBox form(ObservableValue<Boolean> narrow) {
        ObservableValue<Boolean> ready = window.guide().guideProperty().map(guide -> guide == Guide.PAY);
        Node guide = GuideView.small(window.guide(), texts, "order-guide", narrow);
        Nodes.showWhile(guide, ready.map(can -> !can));
        Node choice = new BankChoiceView(window.payment(), texts);
        Nodes.showWhile(choice, ready);
        LoginView login = new LoginView(window.login(), window.payment(), texts);
        login.askOnlyWhile(ready);
        VBox form = new VBox(guide, choice, login, new ObstaclesView(window.payment(), texts, ready));
        form.getStyleClass().add("form");
        return form;
    }

    private ObservableValue<Boolean> shownOn(Screen first, Screen... more) {
        EnumSet<Screen> screens = EnumSet.of(first, more);
        return window.screenProperty().map(screens::contains);
    }
}
