package io.tetherkey.desktop.ui;

import io.tetherkey.desktop.relay.EnrolmentControl;
import io.tetherkey.desktop.relay.SlotChange;
import java.util.ArrayList;
import java.util.List;

/** Writes down what the window asks for. */
public final class RecordingSlots implements EnrolmentControl {

    public final List<String> calls = new ArrayList<>();

    @Override
    public void begin(SlotChange change, String userName) {
        calls.add(change.getClass().getSimpleName() + " " + change.bank().bankId() + " " + userName);
    }

    @Override
    public void retry() {
        calls.add("retry");
    }

    @Override
    public void cancel() {
        calls.add("cancel");
    }

    @Override
    public void dismiss() {
        calls.add("dismiss");
    }
}
