package io.tetherkey.desktop.app;

import io.tetherkey.desktop.relay.LoginControl;

/** Without a directory there is no bank to log in to, so there is nothing to control. */
final class NoLogin implements LoginControl {

    @Override
    public void proceed() {}

    @Override
    public void submit(String userName, char[] password) {}

    @Override
    public void retry() {}

    @Override
    public void cancel() {}

    @Override
    public void dismiss() {}
}
