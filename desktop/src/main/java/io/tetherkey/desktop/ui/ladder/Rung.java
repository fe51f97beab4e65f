package io.tetherkey.desktop.ui.ladder;

/** One step in words. */
public record Rung(RungName name, String label, RungState state, String stateText) implements Progress.StepLine {

    @Override
    public String id() {
        return name.id();
    }
}
