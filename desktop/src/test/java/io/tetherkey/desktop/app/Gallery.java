package io.tetherkey.desktop.app;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import javafx.scene.Scene;

/** A folder of pictures that are written, and compared with the stored ones, beside the UI thread. */
final class Gallery {

    /** A picture takes 2.5 MB until it is written. */
    private static final int MOST_AT_ONCE = 16;

    private final Path folder;
    private final StoredPictures stored;
    private final Semaphore room = new Semaphore(MOST_AT_ONCE);
    private final ConcurrentLinkedQueue<CompletableFuture<Painted>> writing = new ConcurrentLinkedQueue<>();

    /** What became of a picture. */
    enum Verdict {
        SAME,
        DIFFERENT,
        NEW
    }

    /** A picture that was written as {@code NAME.png}. */
    record Painted(String name, LuminanceGrid grid, Verdict verdict) {}

    Gallery(Path folder, StoredPictures stored) {
        this.folder = folder;
        this.stored = stored;
    }

    /** Takes the picture now, on the UI thread, and writes it soon. */
    void add(Scene scene, String name) {
        room.acquireUninterruptibly();
        BufferedImage picture = WindowShot.of(scene);
        writing.add(CompletableFuture.supplyAsync(() -> {
            try {
                return written(picture, name);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } finally {
                room.release();
            }
        }));
    }

    private Painted written(BufferedImage picture, String name) throws IOException {
        WindowShot.write(picture, folder.resolve(name + ".png"));
        var grid = LuminanceGrid.of(picture);
        Verdict verdict = stored.of(name).map(before -> verdict(before, grid)).orElse(Verdict.NEW);
        if (verdict == Verdict.DIFFERENT) {
            BufferedImage difference = DifferencePicture.of(stored.of(name).orElseThrow(), picture, grid);
            WindowShot.write(difference, folder.resolve("differences").resolve(name + ".png"));
        }
        return new Painted(name, grid, verdict);
    }

    private static Verdict verdict(LuminanceGrid before, LuminanceGrid now) {
        boolean same = before.sameSize(now) && PictureComparison.of(before, now).same();
        return same ? Verdict.SAME : Verdict.DIFFERENT;
    }

    /** Waits until all pictures are written, and writes the page that shows them. */
    List<Painted> finish() throws IOException {
        List<Painted> all = writing.stream().map(CompletableFuture::join).toList();
        GalleryPage.write(folder, all);
        return all;
    }
}
