package io.tetherkey.desktop.app;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import javafx.scene.Scene;

/** A folder of pictures with one page that shows them all; the pictures are written beside the UI thread. */
final class Gallery {

    private final Path folder;
    private final ConcurrentLinkedQueue<CompletableFuture<Path>> writing = new ConcurrentLinkedQueue<>();

    Gallery(Path folder) {
        this.folder = folder;
    }

    /** Takes the picture now, on the UI thread, and writes it soon. */
    void add(Scene scene, String name) {
        BufferedImage picture = WindowShot.of(scene);
        writing.add(CompletableFuture.supplyAsync(() -> {
            try {
                Path file = folder.resolve(name + ".png");
                WindowShot.write(picture, file);
                return file;
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }));
    }

    /** Waits until all pictures are written, and writes the page. */
    List<Path> finish() throws IOException {
        List<Path> files = writing.stream().map(CompletableFuture::join).toList();
        var names = new TreeSet<String>();
        files.forEach(file -> names.add(file.getFileName().toString()));
        StringBuilder page = new StringBuilder("<!doctype html><meta charset=utf-8><title>TetherKey window</title>\n"
                + "<style>body{font:14px sans-serif}figure{display:inline-block;margin:8px}img{width:480px}</style>\n");
        for (String name : names) {
            page.append(
                    "<figure><a href=\"%1$s\"><img loading=lazy src=\"%1$s\"></a><figcaption>%1$s</figcaption></figure>%n"
                            .formatted(name));
        }
        Files.writeString(folder.resolve("index.html"), page);
        return files;
    }
}
