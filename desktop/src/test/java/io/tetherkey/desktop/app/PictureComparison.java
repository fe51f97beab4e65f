package io.tetherkey.desktop.app;

import java.util.ArrayList;
import java.util.List;

/**
 * What a picture shows that the stored one does not: cells that differ more than antialiasing or hinting would make
 * them, or nothing.
 *
 * <p>One cell that differs by {@link #MUCH} is enough: an icon that is gone, a word that moved. Of cells that differ by
 * {@link #SOME}, {@link #FEW} are let pass: a line that lies half a pixel elsewhere.
 *
 * @param cells the numbers of the cells that differ by at least {@link #SOME}
 * @param most by how many of the 64 steps the worst cell differs
 */
record PictureComparison(List<Integer> cells, int most) {

    /** In steps of 64. A window that is drawn 0.4 pixels to the right differs by 2, a line of text that slipped by 5. */
    static final int MUCH = 5;

    static final int SOME = 3;
    static final int FEW = 4;

    PictureComparison {
        cells = List.copyOf(cells);
    }

    /** Compares two grids of the same size. */
    static PictureComparison of(LuminanceGrid stored, LuminanceGrid now) {
        List<Integer> cells = new ArrayList<>();
        int most = 0;
        for (int cell = 0; cell < stored.columns() * stored.rows(); cell++) {
            int difference = stored.difference(now, cell);
            most = Math.max(most, difference);
            if (difference >= SOME) {
                cells.add(cell);
            }
        }
        return new PictureComparison(cells, most);
    }

    boolean same() {
        return most < MUCH && cells.size() <= FEW;
    }
}
