package io.tetherkey.desktop.app;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.util.Base64;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.Inflater;

/**
 * A picture made so small that only what a person would miss is left: the mean luminance of each cell of 12 × 12 pixels,
 * in 64 steps. What antialiasing does to an edge is lost in it; a control that is moved or missing is not.
 *
 * @param steps the cells row by row, each from 0 (black) to 63 (white)
 */
record LuminanceGrid(int columns, int rows, byte[] steps) {

    static final int CELL = 12;

    private static final int PIXEL_VALUES_A_STEP = 4;

    LuminanceGrid {
        if (steps.length != columns * rows) {
            throw new IllegalArgumentException("not " + columns + " x " + rows + " cells");
        }
        steps = steps.clone();
    }

    @Override
    public byte[] steps() {
        return steps.clone();
    }

    static LuminanceGrid of(BufferedImage picture) {
        int columns = (picture.getWidth() + CELL - 1) / CELL;
        int rows = (picture.getHeight() + CELL - 1) / CELL;
        byte[] steps = new byte[columns * rows];
        int[] pixels = picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                steps[row * columns + column] = (byte) (mean(picture, pixels, column, row) / PIXEL_VALUES_A_STEP);
            }
        }
        return new LuminanceGrid(columns, rows, steps);
    }

    /** The mean of a cell, 0 to 255; cells at the right and lower edge may be smaller. */
    private static int mean(BufferedImage picture, int[] pixels, int column, int row) {
        int right = Math.min(picture.getWidth(), (column + 1) * CELL);
        int bottom = Math.min(picture.getHeight(), (row + 1) * CELL);
        int sum = 0;
        int count = 0;
        for (int y = row * CELL; y < bottom; y++) {
            for (int x = column * CELL; x < right; x++) {
                sum += luminance(pixels[y * picture.getWidth() + x]);
                count++;
            }
        }
        return sum / count;
    }

    /** ITU-R BT.601, in whole numbers. */
    private static int luminance(int rgb) {
        return (299 * ((rgb >> 16) & 0xFF) + 587 * ((rgb >> 8) & 0xFF) + 114 * (rgb & 0xFF)) / 1000;
    }

    /** By how many steps the cell differs from that of a grid of the same size. */
    int difference(LuminanceGrid other, int cell) {
        return Math.abs(steps[cell] - other.steps[cell]);
    }

    boolean sameSize(LuminanceGrid other) {
        return columns == other.columns && rows == other.rows;
    }

    /** The size and the cells as text without spaces, after {@code 86x50:}. */
    String encoded() {
        var bytes = new ByteArrayOutputStream();
        var deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
        try (var out = new DeflaterOutputStream(bytes, deflater)) {
            out.write(steps);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        } finally {
            deflater.end();
        }
        return columns + "x" + rows + ":" + Base64.getEncoder().withoutPadding().encodeToString(bytes.toByteArray());
    }

    /** @throws IllegalArgumentException if {@link #encoded()} did not make it */
    static LuminanceGrid decode(String text) {
        String[] parts = text.split("[x:]", 3);
        int columns = Integer.parseInt(parts[0]);
        int rows = Integer.parseInt(parts[1]);
        byte[] steps = new byte[columns * rows];
        var inflater = new Inflater(true);
        try {
            inflater.setInput(Base64.getDecoder().decode(parts[2]));
            int length = inflater.inflate(steps);
            if (length != steps.length) {
                throw new IllegalArgumentException("only " + length + " cells");
            }
        } catch (DataFormatException e) {
            throw new IllegalArgumentException(e);
        } finally {
            inflater.end();
        }
        return new LuminanceGrid(columns, rows, steps);
    }
}
