package io.tetherkey.desktop.ui;

import io.tetherkey.desktop.relay.PaymentControl;
import io.tetherkey.protocol.trust.BankEntry;
import java.util.ArrayList;
import java.util.List;

/** Notes what the user did. */
public final class RecordingControl implements PaymentControl {

    public final List<String> done = new ArrayList<>();

    @Override
    public void submit(BankEntry bank, String userName, char[] password) {
        done.add("submit " + bank.bankId() + " " + userName + " " + new String(password));
    }

    @Override
    public void retry() {
        done.add("retry");
    }

    @Override
    public void cancel() {
        done.add("cancel");
    }

    @Override
    public void dismiss() {
        done.add("dismiss");
    }
}
