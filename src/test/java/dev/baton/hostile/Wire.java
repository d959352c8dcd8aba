package dev.baton.hostile;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** A kept-alive connection that says whatever it likes, byte for byte, and is made anew when the other side closes it. */
final class Wire implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 20_000;

    private final int port;
    private Socket socket;
    private InputStream in;

    Wire(int port) throws IOException {
        this.port = port;
        connect();
    }

    /** @param status of HTTP */
    record Answer(int status, String body) {}

    Answer ask(byte[] request) throws IOException {
        try {
            return answerTo(request);
        } catch (IOException closedMeanwhile) {
            // A kept-alive connection may be closed by the other side just when it is used again.
            reconnect();
            return answerTo(request);
        }
    }

    private Answer answerTo(byte[] request) throws IOException {
        socket.getOutputStream().write(request);
        String[] status = line().split(" ", 3);
        int length = 0;
        boolean close = false;
        for (String header = line(); !header.isEmpty(); header = line()) {
            String lower = header.toLowerCase(Locale.ROOT);
            length = lower.startsWith("content-length:") ? Integer.parseInt(value(header)) : length;
            close |= lower.startsWith("connection:") && lower.contains("close");
        }
        String body = new String(in.readNBytes(length), StandardCharsets.UTF_8);
        if (close) {
            reconnect();
        }
        return new Answer(Integer.parseInt(status[1]), body);
    }

    private static String value(String header) {
        return header.substring(header.indexOf(':') + 1).strip();
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException("the connection was closed after '" + line + "'");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    private void connect() throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(PATIENCE_MILLIS);
        in = new BufferedInputStream(socket.getInputStream());
    }

    private void reconnect() throws IOException {
        socket.close();
        connect();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
