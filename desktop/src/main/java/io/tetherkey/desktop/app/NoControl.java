package io.tetherkey.desktop.app;

import io.tetherkey.desktop.relay.PaymentControl;
import io.tetherkey.protocol.trust.BankEntry;

/** Without a directory no payment can begin, so there is nothing to control. */
final class NoControl implements PaymentControl {

    @Override
    public void submit(BankEntry bank, String userName, char[] password) {}

    @Override
    public void retry() {}

    @Override
    public void cancel() {}

    @Override
    public void dismiss() {}
}
