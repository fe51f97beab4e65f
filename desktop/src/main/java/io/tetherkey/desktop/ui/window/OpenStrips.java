package io.tetherkey.desktop.ui.window;

import io.tetherkey.desktop.ui.Nodes;
import io.tetherkey.desktop.ui.StripView;
import io.tetherkey.desktop.ui.Texts;
import io.tetherkey.desktop.ui.payment.PaymentViewModel;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;

/** The bars of what is not on the screen: it opens next, it is being checked, or it waits for the user. */
final class OpenStrips {

    private OpenStrips() {}

    /** Says what opens next, and until when. */
    static StripView next(WindowViewModel window) {
        var waiting = window.waiting();
        StripView strip = new StripView(
                        "waiting", "mdi2t-tray-full", waiting.titleProperty(), waiting.detailProperty(), window.texts())
                .with("drop-waiting", "waiting.drop", waiting::drop);
        Nodes.showWhile(strip, waiting.shownProperty());
        return strip;
    }

    /** Says, while the result is put aside, that the bank is still being asked how it ended. */
    static StripView openQuestion(WindowViewModel window) {
        Texts texts = window.texts();
        StripView strip = new StripView(
                        "open-question",
                        "mdi2h-help-circle-outline",
                        payment(window, "result.aside"),
                        texts.bind("result.aside.detail"),
                        texts)
                .with(
                        "show-question",
                        "result.aside.show",
                        () -> window.result().bringBack())
                .with("check-later", "result.later", () -> window.result().checkLater());
        strip.getStyleClass().add("uncertain");
        Nodes.showWhile(strip, window.result().setAsideProperty());
        return strip;
    }

    /** Says on other pages that an order waits, and leads back to it. */
    static StripView orderWaits(WindowViewModel window) {
        StripView strip = new StripView(
                        "order-waits",
                        "mdi2c-cart-outline",
                        payment(window, "order.waits"),
                        window.payment().expiresProperty(),
                        window.texts())
                .with("back-to-order", "order.back", () -> window.pageProperty().set(Page.PAY));
        Nodes.showWhile(
                strip,
                Bindings.createBooleanBinding(
                        () -> window.screenProperty().get() == Screen.ORDER
                                && window.pageProperty().get() != Page.PAY,
                        window.screenProperty(),
                        window.pageProperty()));
        return strip;
    }

    private static ObservableValue<String> payment(WindowViewModel window, String key) {
        Texts texts = window.texts();
        PaymentViewModel payment = window.payment();
        return Bindings.createStringBinding(
                () -> texts.get(
                        key,
                        payment.payeeProperty().get(),
                        payment.amountProperty().get(),
                        payment.currencyProperty().get()),
                payment.payeeProperty(),
                payment.amountProperty(),
                payment.currencyProperty(),
                texts.languageProperty());
    }
}
