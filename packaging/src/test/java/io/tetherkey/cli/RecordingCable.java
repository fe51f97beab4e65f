package io.tetherkey.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;

/** A cable with a tap: passes every byte on between PC and phone and keeps a copy of each direction. */
final class RecordingCable implements AutoCloseable {
    private final ServerSocket plug;
    private final URI phone;
    private final ByteArrayOutputStream toPhone = new ByteArrayOutputStream();
    private final ByteArrayOutputStream toComputer = new ByteArrayOutputStream();

    /** @param phoneAddress such as {@code tcp://127.0.0.1:7337} */
    RecordingCable(String phoneAddress) throws IOException {
        this.phone = URI.create(phoneAddress);
        this.plug = new ServerSocket(0, 8, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    String address() {
        return "tcp://127.0.0.1:" + plug.getLocalPort();
    }

    byte[] toPhone() {
        synchronized (toPhone) {
            return toPhone.toByteArray();
        }
    }

    byte[] toComputer() {
        synchronized (toComputer) {
            return toComputer.toByteArray();
        }
    }

    private void accept() {
        try {
            while (true) {
                Socket computer = plug.accept();
                Thread.ofVirtual().start(() -> carry(computer));
            }
        } catch (IOException closed) {
            return;
        }
    }

    private void carry(Socket computer) {
        try (computer;
                Socket far = new Socket(phone.getHost(), phone.getPort())) {
            computer.setTcpNoDelay(true);
            far.setTcpNoDelay(true);
            Thread back = Thread.ofVirtual().start(() -> copy(far, computer, toComputer));
            copy(computer, far, toPhone);
            back.join();
        } catch (IOException unplugged) {
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void copy(Socket from, Socket to, ByteArrayOutputStream kept) {
        byte[] buffer = new byte[8_192];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                synchronized (kept) {
                    kept.write(buffer, 0, n);
                }
                out.write(buffer, 0, n);
            }
            to.shutdownOutput();
        } catch (IOException unplugged) {
            return;
        }
    }

    @Override
    public void close() throws IOException {
        plug.close();
    }
}
