package io.tetherkey.desktop.app;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;

/** For who looks into a difference: the stored grid at the left, the new picture with the cells that differ at the right. */
final class DifferencePicture {

    private static final Color FRAME = new Color(0xD0, 0x20, 0x20);
    private static final Color VEIL = new Color(0xD0, 0x20, 0x20, 0x50);
    private static final int WHITE = 63;

    private DifferencePicture() {}

    static BufferedImage of(LuminanceGrid stored, BufferedImage now, LuminanceGrid grid) {
        int left = stored.columns() * LuminanceGrid.CELL;
        int height = Math.max(now.getHeight(), stored.rows() * LuminanceGrid.CELL);
        var both = new BufferedImage(left + now.getWidth(), height, BufferedImage.TYPE_INT_RGB);
        Graphics2D drawing = both.createGraphics();
        try {
            draw(stored, drawing);
            drawing.drawImage(now, left, 0, null);
            if (stored.sameSize(grid)) {
                mark(stored, grid, left, drawing);
            }
        } finally {
            drawing.dispose();
        }
        return both;
    }

    private static void draw(LuminanceGrid grid, Graphics2D drawing) {
        byte[] steps = grid.steps();
        for (int cell = 0; cell < steps.length; cell++) {
            int grey = steps[cell] * 255 / WHITE;
            drawing.setColor(new Color(grey, grey, grey));
            fill(cell, grid, 0, drawing);
        }
    }

    private static void mark(LuminanceGrid stored, LuminanceGrid now, int left, Graphics2D drawing) {
        for (int cell : PictureComparison.of(stored, now).cells()) {
            drawing.setColor(VEIL);
            fill(cell, stored, left, drawing);
            drawing.setColor(FRAME);
            drawing.drawRect(x(cell, stored, left), y(cell, stored), LuminanceGrid.CELL - 1, LuminanceGrid.CELL - 1);
        }
    }

    private static void fill(int cell, LuminanceGrid grid, int left, Graphics2D drawing) {
        drawing.fillRect(x(cell, grid, left), y(cell, grid), LuminanceGrid.CELL, LuminanceGrid.CELL);
    }

    private static int x(int cell, LuminanceGrid grid, int left) {
        return left + cell % grid.columns() * LuminanceGrid.CELL;
    }

    private static int y(int cell, LuminanceGrid grid) {
        return cell / grid.columns() * LuminanceGrid.CELL;
    }
}
