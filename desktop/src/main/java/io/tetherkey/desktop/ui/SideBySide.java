package io.tetherkey.desktop.ui;

import javafx.geometry.Orientation;
import javafx.scene.layout.Region;

/** Two parts in one row where they fit, one above the other where they do not; the first takes what is left. */
public final class SideBySide extends Region {

    private static final double GAP = 12;

    private final Region first;
    private final Region second;
    private final double leastFirst;

    /** @param leastFirst the width, or its own if it needs less, that the first part keeps beside the second */
    public SideBySide(Region first, Region second, double leastFirst) {
        this.first = first;
        this.second = second;
        this.leastFirst = leastFirst;
        getChildren().addAll(first, second);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    private boolean fits(double inner) {
        return inner < 0 || Math.min(leastFirst, first.prefWidth(-1)) + GAP + second.prefWidth(-1) <= inner;
    }

    @Override
    protected double computeMinWidth(double height) {
        return sides() + Math.max(first.minWidth(-1), second.minWidth(-1));
    }

    @Override
    protected double computePrefWidth(double height) {
        return sides() + Math.max(leastFirst, first.prefWidth(-1)) + GAP + second.prefWidth(-1);
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefHeight(double width) {
        double inner = width < 0 ? computePrefWidth(-1) - sides() : width - sides();
        double ends = snappedTopInset() + snappedBottomInset();
        if (fits(inner)) {
            double right = second.prefWidth(-1);
            return ends + Math.max(first.prefHeight(inner - GAP - right), second.prefHeight(right));
        }
        return ends + first.prefHeight(inner) + GAP + second.prefHeight(inner);
    }

    private double sides() {
        return snappedLeftInset() + snappedRightInset();
    }

    @Override
    protected void layoutChildren() {
        double left = snappedLeftInset();
        double top = snappedTopInset();
        double inner = getWidth() - sides();
        if (!fits(inner)) {
            double height = first.prefHeight(inner);
            first.resizeRelocate(left, top, inner, height);
            second.resizeRelocate(left, top + height + GAP, inner, second.prefHeight(inner));
            return;
        }
        double height = getHeight() - top - snappedBottomInset();
        double right = second.prefWidth(-1);
        double firstHeight = first.prefHeight(inner - GAP - right);
        double secondHeight = second.prefHeight(right);
        first.resizeRelocate(left, snapPositionY(top + (height - firstHeight) / 2), inner - GAP - right, firstHeight);
        second.resizeRelocate(
                left + inner - right, snapPositionY(top + (height - secondHeight) / 2), right, secondHeight);
    }
}
