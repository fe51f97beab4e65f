package io.tetherkey.desktop.ui;

/** Makes characters that could deceive the eye visible: controls, direction marks and zero-width characters. */
public final class VisibleText {

    private VisibleText() {}

    /** {@code text} with each such character written as {@code ⟨202E⟩}. */
    public static String of(String text) {
        StringBuilder shown = new StringBuilder(text.length());
        text.codePoints().forEach(point -> {
            if (deceives(point)) {
                shown.append(String.format("⟨%04X⟩", point));
            } else {
                shown.appendCodePoint(point);
            }
        });
        return shown.toString();
    }

    private static boolean deceives(int point) {
        int type = Character.getType(point);
        return type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR
                || type == Character.SURROGATE
                || type == Character.UNASSIGNED
                || type == Character.PRIVATE_USE
                || point == 0x115F
                || point == 0x1160
                || point == 0x3164
                || point == 0x2800;
    }
}
