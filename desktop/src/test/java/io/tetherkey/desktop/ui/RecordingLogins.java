package io.tetherkey.desktop.ui;

import io.tetherkey.desktop.relay.LoginControl;
import java.util.ArrayList;
import java.util.List;

/** Notes what the user did to a login. */
public final class RecordingLogins implements LoginControl {

    public final List<String> done = new ArrayList<>();

    @Override
    public void proceed() {
        done.add("proceed");
    }

    @Override
    public void submit(String userName, char[] password) {
        done.add("submit " + userName + " " + new String(password));
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
