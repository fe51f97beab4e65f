package io.tetherkey.desktop.app;

import io.tetherkey.desktop.relay.EnrolmentControl;
import io.tetherkey.desktop.relay.SlotChange;

/** Without a directory there is no bank to set up, so there is nothing to control. */
final class NoEnrolment implements EnrolmentControl {

    @Override
    public void begin(SlotChange change, String userName) {}

    @Override
    public void retry() {}

    @Override
    public void cancel() {}

    @Override
    public void dismiss() {}
}
