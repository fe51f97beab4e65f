package io.tetherkey.desktop.notice;

/**
 * A picture for the system to draw.
 *
 * @param width in pixels
 * @param height in pixels
 * @param argb row by row from the top left, 4 bytes a pixel: alpha, red, green, blue, not premultiplied
 */
public record Pixels(int width, int height, byte[] argb) {

    /** @throws IllegalArgumentException if the bytes are not those of {@code width} times {@code height} pixels */
    public Pixels {
        if (argb.length != width * height * 4) {
            throw new IllegalArgumentException("a picture of another size");
        }
        argb = argb.clone();
    }

    @Override
    public byte[] argb() {
        return argb.clone();
    }
}
