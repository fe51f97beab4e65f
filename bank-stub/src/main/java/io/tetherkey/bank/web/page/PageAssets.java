package io.tetherkey.bank.web.page;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.HttpFeature;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Serves the style sheet, the script and the icon of the pages under {@code /assets}; nothing else is there. */
public final class PageAssets implements HttpFeature {

    @Override
    public void setup(HttpRouting.Builder routing) {
        serve(routing, "tetherkey.css", "text/css; charset=utf-8");
        serve(routing, "tetherkey.js", "text/javascript; charset=utf-8");
        serve(routing, "lotus.svg", "image/svg+xml");
    }

    private static void serve(HttpRouting.Builder routing, String file, String mediaType) {
        byte[] content = load(file);
        routing.get("/assets/" + file, (request, response) -> send(request, response, mediaType, content));
    }

    private static void send(ServerRequest request, ServerResponse response, String mediaType, byte[] content) {
        PageHeaders.set(response);
        response.header(HeaderNames.CONTENT_TYPE, mediaType)
                .header(HeaderNames.CACHE_CONTROL, "no-cache")
                .send(content);
    }

    private static byte[] load(String file) {
        try (InputStream in = PageAssets.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException(file + " is missing from the jar");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
