package io.tetherkey.protocol.phone.virtual;

import io.tetherkey.protocol.phone.screen.Screen;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A display to which others are joined once the phone that they act on exists. */
final class JoinedDisplay implements PhoneDisplay {
    private final List<PhoneDisplay> displays = new CopyOnWriteArrayList<>();

    void join(PhoneDisplay display) {
        displays.add(display);
    }

    @Override
    public void switchedOn() {
        displays.forEach(PhoneDisplay::switchedOn);
    }

    @Override
    public void show(Screen screen) {
        displays.forEach(display -> display.show(screen));
    }

    @Override
    public void cable(CableState state) {
        displays.forEach(display -> display.cable(state));
    }

    @Override
    public void winked() {
        displays.forEach(PhoneDisplay::winked);
    }

    @Override
    public void foreignInput() {
        displays.forEach(PhoneDisplay::foreignInput);
    }
}
