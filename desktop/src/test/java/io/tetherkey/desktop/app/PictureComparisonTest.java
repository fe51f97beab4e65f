package io.tetherkey.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.IntBinaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which differences of pictures count, and which come from the machine. */
class PictureComparisonTest {

    private static final LuminanceGrid STORED = grid(0, 0, drawing -> {});

    @Test
    void samePictureIsTheSame() {
        assertThat(PictureComparison.of(STORED, grid(0, 0, drawing -> {})))
                .isEqualTo(new PictureComparison(java.util.List.of(), 0));
    }

    @Test
    void picturesThatAreDrawnBetweenThePixelsAreTheSame() {
        assertThat(PictureComparison.of(STORED, grid(0.4, 0, drawing -> {})).same())
                .isTrue();
    }

    @Test
    void noiseOfEachPixelIsTheSame() {
        BufferedImage noisy = picture(0, 0, drawing -> {});
        var random = new Random(7);
        for (int y = 0; y < noisy.getHeight(); y++) {
            for (int x = 0; x < noisy.getWidth(); x++) {
                noisy.setRGB(x, y, new Color(near(noisy.getRGB(x, y), random)).getRGB());
            }
        }
        assertThat(PictureComparison.of(STORED, LuminanceGrid.of(noisy)).same()).isTrue();
    }

    private static int near(int rgb, Random random) {
        return near(rgb >> 16, random::nextInt) << 16
                | near(rgb >> 8, random::nextInt) << 8
                | near(rgb, random::nextInt);
    }

    private static int near(int channel, IntBinaryOperator random) {
        return Math.clamp((channel & 0xFF) + random.applyAsInt(-12, 13), 0, 255);
    }

    @Test
    void movedButtonDiffers() {
        LuminanceGrid moved = grid(0, 0, drawing -> {
            erase(drawing, 30, 195, 170, 50);
            button(drawing, 46, 200);
        });
        assertThat(PictureComparison.of(STORED, moved).same()).isFalse();
    }

    @Test
    void missingIconDiffers() {
        assertThat(PictureComparison.of(STORED, grid(0, 0, drawing -> erase(drawing, 248, 38, 26, 26)))
                        .same())
                .isFalse();
    }

    @Test
    void lineOfTextThatSlippedByHalfItsHeightDiffers() {
        LuminanceGrid slipped = grid(0, 0, drawing -> {
            erase(drawing, 30, 95, 220, 20);
            words(drawing, 40, 106);
        });
        assertThat(PictureComparison.of(STORED, slipped).same()).isFalse();
    }

    @Test
    void storedPicturesAreReadAsTheyWereWritten(@TempDir Path folder) throws Exception {
        var pictures = new StoredPictures(Map.of("a-en-light-100", STORED, "b-zh-dark-200", STORED));
        Path file = folder.resolve("pictures.txt");
        pictures.write(file);
        StoredPictures read = StoredPictures.read(file);
        assertThat(read.names()).containsExactlyInAnyOrder("a-en-light-100", "b-zh-dark-200");
        LuminanceGrid grid = read.of("a-en-light-100").orElseThrow();
        assertThat(grid.sameSize(STORED)).isTrue();
        assertThat(grid.steps()).isEqualTo(STORED.steps());
    }

    private static LuminanceGrid grid(double right, double down, Consumer<Graphics2D> change) {
        return LuminanceGrid.of(picture(right, down, change));
    }

    /** A little window: a card, an icon, two lines of text, a button; drawn as far to the right and down as told. */
    private static BufferedImage picture(double right, double down, Consumer<Graphics2D> change) {
        var picture = new BufferedImage(400, 300, BufferedImage.TYPE_INT_RGB);
        Graphics2D drawing = picture.createGraphics();
        drawing.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        drawing.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        drawing.setColor(Color.WHITE);
        drawing.fillRect(0, 0, 400, 300);
        drawing.translate(right, down);
        drawing.setColor(Color.LIGHT_GRAY);
        drawing.draw(new Rectangle2D.Double(20, 20, 300, 240));
        drawing.setColor(Color.DARK_GRAY);
        drawing.fill(new Ellipse2D.Double(250, 40, 22, 22));
        words(drawing, 40, 60);
        words(drawing, 40, 98);
        button(drawing, 40, 200);
        change.accept(drawing);
        drawing.dispose();
        return picture;
    }

    /** Strokes that are as dense as letters. */
    private static void words(Graphics2D drawing, int x, int y) {
        drawing.setColor(Color.DARK_GRAY);
        drawing.setStroke(new BasicStroke(1.3f));
        for (int letter = 0; letter < 25; letter++) {
            drawing.draw(new Line2D.Double(x + letter * 8, y, x + letter * 8, y + 11));
            drawing.draw(new Line2D.Double(x + letter * 8, y + 6, x + letter * 8 + 4, y + 6));
        }
        drawing.setStroke(new BasicStroke(1));
    }

    private static void button(Graphics2D drawing, int x, int y) {
        drawing.setColor(new Color(0x09, 0x69, 0xDA));
        drawing.fill(new Rectangle2D.Double(x, y, 140, 38));
    }

    private static void erase(Graphics2D drawing, int x, int y, int width, int height) {
        drawing.setColor(Color.WHITE);
        drawing.fillRect(x, y, width, height);
    }
}
