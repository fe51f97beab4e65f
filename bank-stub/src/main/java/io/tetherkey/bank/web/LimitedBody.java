package io.tetherkey.bank.web;

import io.helidon.webserver.http.ServerRequest;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/**
 * Reads a request body up to a limit.
 *
 * <p>A body that is a little longer is read to its end and thrown away, so that its sender sees the answer instead of a
 * cut connection; the listener cuts off what is much longer.
 */
public final class LimitedBody {

    /** No request body is longer than this, in bytes (DESIGN §4). */
    public static final int LONGEST = 65_536;

    /** What the listener takes before it cuts the connection, in bytes. */
    public static final int CUT = 1_048_576;

    private LimitedBody() {}

    /**
     * The whole body, empty if there is none.
     *
     * @throws ProblemException 413 if it is longer than {@value #LONGEST} bytes
     */
    public static byte[] read(ServerRequest request) {
        if (!request.content().hasEntity()) {
            return new byte[0];
        }
        try (var in = request.content().inputStream()) {
            var body = in.readNBytes(LONGEST + 1);
            if (body.length > LONGEST) {
                in.transferTo(OutputStream.nullOutputStream());
                throw new ProblemException(Problems.ofStatus(413));
            }
            return body;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
