package io.tetherkey.protocol.phone.virtual.window;

import io.tetherkey.protocol.phone.UserAction;
import io.tetherkey.protocol.phone.flash.FlashReport;
import io.tetherkey.protocol.phone.virtual.PhoneBench;
import io.tetherkey.protocol.phone.virtual.PhoneHands;
import java.util.List;
import java.util.function.Consumer;

/** Notes what is done to a phone that is not there. */
record NotedHands(List<String> done, FlashReport report) implements PhoneHands, PhoneBench {

    NotedHands(List<String> done) {
        this(done, new FlashReport(List.of(), List.of(), 0, 0));
    }

    @Override
    public void act(UserAction action) {
        done.add(
                action instanceof UserAction.DigitsTyped(char[] digits)
                        ? new String(digits)
                        : action.getClass().getSimpleName());
    }

    @Override
    public void unplug() {
        done.add("unplug");
    }

    @Override
    public void plug() {
        done.add("plug");
    }

    @Override
    public void powerCut() {
        done.add("power-cut");
    }

    @Override
    public void inspect(Consumer<FlashReport> seen) {
        done.add("inspect");
        seen.accept(report);
    }

    @Override
    public void damageOneCopy() {
        done.add("damage");
    }

    @Override
    public void startAsNew() {
        done.add("start-as-new");
    }

    @Override
    public void attachInputDevice() {
        done.add("attach");
    }

    @Override
    public void removeInputDevice() {
        done.add("remove");
    }

    @Override
    public void pressFromOutside(UserAction action) {
        done.add("outside " + action.getClass().getSimpleName());
    }
}
