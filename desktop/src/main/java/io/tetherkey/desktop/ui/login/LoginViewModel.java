package io.tetherkey.desktop.ui.login;

import io.tetherkey.desktop.relay.PaymentControl;
import io.tetherkey.desktop.ui.payment.PaymentViewModel;
import java.util.Arrays;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** User name and password for the chosen bank. The payment key has no field here: it is typed on the phone only. */
public final class LoginViewModel {

    private final PaymentViewModel payment;
    private final PaymentControl control;
    private final StringProperty userName = new SimpleStringProperty("");
    private final StringProperty password = new SimpleStringProperty("");
    private final BooleanBinding complete;

    public LoginViewModel(PaymentViewModel payment, PaymentControl control) {
        this.payment = payment;
        this.control = control;
        this.complete = Bindings.createBooleanBinding(
                this::isComplete,
                userName,
                password,
                payment.chosenBankProperty(),
                payment.choices(),
                payment.offerOverProperty());
    }

    public StringProperty userNameProperty() {
        return userName;
    }

    public StringProperty passwordProperty() {
        return password;
    }

    /** Whether the form can be sent. */
    public BooleanBinding completeProperty() {
        return complete;
    }

    /** Sends the form and forgets the password; does nothing while the form is not complete. */
    public void submit() {
        if (!isComplete()) {
            return;
        }
        char[] typed = password.get().toCharArray();
        try {
            payment.chosen()
                    .ifPresent(bank -> control.submit(bank, userName.get().strip(), typed));
        } finally {
            Arrays.fill(typed, '\0');
            password.set("");
        }
    }

    private boolean isComplete() {
        return !payment.offerOverProperty().get()
                && payment.chosen().isPresent()
                && CredentialLimits.fit(userName.get().strip())
                && CredentialLimits.fit(password.get());
    }
}
