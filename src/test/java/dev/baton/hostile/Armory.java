package dev.baton.hostile;

import dev.baton.Seal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import java.util.zip.GZIPOutputStream;

/** Makes HTTP requests of bodies: true ones, odd ones, and those whose signature does not hold. */
final class Armory {
    private static final int CAP = 1 << 20;
    private static final List<String> TYPES = List.of(
            "application/json",
            "application/x-www-form-urlencoded",
            "application/x-www-form-urlencoded; charset=UTF-16",
            "application/json; charset=bogus",
            "multipart/form-data; boundary=x",
            "text/plain",
            "text/xml",
            "\"",
            "");

    private final RandomGenerator random;
    private final String secret;
    private final LongSupplier seconds;

    /** @param seconds what time it is, as signatures tell it */
    Armory(RandomGenerator random, String secret, LongSupplier seconds) {
        this.random = random;
        this.secret = secret;
        this.seconds = seconds;
    }

    /** As Slack sends it. */
    Shot plain(String body, String contentType, String what) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        long now = seconds.getAsLong();
        return whole(contentType, sealed(now, bytes), bytes, true, what);
    }

    /** One body in ten is broken as bytes; a true signature stands over it all the same. */
    Shot bent(String body, String contentType, String what) {
        if (random.nextInt(10) != 0) {
            return plain(body, contentType, what);
        }
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return switch (random.nextInt(12)) {
            case 0 -> odd(Arrays.copyOf(bytes, random.nextInt(bytes.length + 1)), contentType, what + ", cut short");
            case 1 -> odd(noisy(bytes), contentType, what + ", with noise");
            case 2 -> plain("payload=%7B%zz%&" + body + "%", contentType, what + ", percent signs broken");
            case 3 -> plain(body + "&" + body + "&payload=&payload=1&user_id=", contentType, what + ", doubled keys");
            case 4 -> plain("\uFEFF" + body, contentType, what + ", byte order mark");
            case 5, 6 -> plain(body, TYPES.get(random.nextInt(TYPES.size())), what + ", content type");
            case 7 -> odd(zipped(bytes), contentType + "\r\nContent-Encoding: gzip", what + ", gzip");
            case 8 -> chunked(bytes, contentType, what + ", chunked");
            case 9 -> odd(body.getBytes(Charset.forName("UTF-16")), contentType, what + ", UTF-16");
            case 10 -> plain(random.nextBoolean() ? "" : "payload=" + Odd.words(random), contentType, "nearly nothing");
            default ->
                random.nextInt(20) == 0
                        ? plain(body + "&x=" + "y".repeat(CAP), contentType, what + ", beyond the cap")
                        : odd(new byte[] {(byte) 0xC0, (byte) 0x80, (byte) 0xFF}, contentType, "no UTF-8");
        };
    }

    /** Whoever sends this does not know the secret, or sends again what is old. */
    Shot unsigned(String body, String contentType) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        long now = seconds.getAsLong();
        String seal = seal(now, bytes);
        String headers = switch (random.nextInt(12)) {
            case 0 -> "";
            case 1 -> "X-Slack-Signature: " + seal + "\r\n";
            case 2 -> "X-Slack-Request-Timestamp: " + now + "\r\n";
            case 3 -> headers(String.valueOf(now), seal(now, new byte[] {1}));
            case 4 -> sealed(now - 301 - random.nextInt(1_000_000), bytes);
            case 5 -> sealed(now + 330 + random.nextInt(1_000_000), bytes);
            case 6 -> headers(String.valueOf(now), seal.substring(0, seal.length() - 1));
            case 7 -> headers(now + ".0", seal);
            case 8 -> headers("99999999999999999999", seal);
            case 9 -> headers(String.valueOf(now), "v0=" + "0".repeat(64));
            case 10 -> headers(String.valueOf(now), seal.replace("v0=", "v1="));
            default -> headers(String.valueOf(now - 1), seal);
        };
        return whole(contentType, headers, bytes, false, "not signed");
    }

    private byte[] noisy(byte[] bytes) {
        byte[] noisy = bytes.clone();
        for (int left = 1 + random.nextInt(20); left > 0 && noisy.length > 0; left--) {
            noisy[random.nextInt(noisy.length)] = (byte) random.nextInt(256);
        }
        return noisy;
    }

    private static byte[] zipped(byte[] bytes) {
        try (ByteArrayOutputStream zipped = new ByteArrayOutputStream()) {
            try (GZIPOutputStream zip = new GZIPOutputStream(zipped)) {
                zip.write(bytes);
            }
            return zipped.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Shot odd(byte[] body, String contentType, String what) {
        return whole(contentType, sealed(seconds.getAsLong(), body), body, true, what);
    }

    private Shot chunked(byte[] body, String contentType, String what) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(ascii(
                head(contentType) + "Transfer-Encoding: chunked\r\n" + sealed(seconds.getAsLong(), body) + "\r\n"));
        for (int from = 0; from < body.length; from += 1000) {
            int size = Math.min(1000, body.length - from);
            all.writeBytes(ascii(Integer.toHexString(size) + "\r\n"));
            all.write(body, from, size);
            all.writeBytes(ascii("\r\n"));
        }
        all.writeBytes(ascii("0\r\n\r\n"));
        return new Shot(all.toByteArray(), true, what);
    }

    private static Shot whole(String contentType, String headers, byte[] body, boolean mayPass, String what) {
        ByteArrayOutputStream all = new ByteArrayOutputStream(body.length + 500);
        all.writeBytes(ascii(head(contentType) + "Content-Length: " + body.length + "\r\n" + headers + "\r\n"));
        all.writeBytes(body);
        return new Shot(all.toByteArray(), mayPass, what);
    }

    private static String head(String contentType) {
        return "POST /slack/events HTTP/1.1\r\nHost: baton\r\n"
                + (contentType.isEmpty() ? "" : "Content-Type: " + contentType + "\r\n");
    }

    private String sealed(long seconds, byte[] body) {
        return headers(String.valueOf(seconds), seal(seconds, body));
    }

    private static String headers(String timestamp, String seal) {
        return "X-Slack-Request-Timestamp: " + timestamp + "\r\nX-Slack-Signature: " + seal + "\r\n";
    }

    private String seal(long seconds, byte[] body) {
        return Seal.of(secret, String.valueOf(seconds), body);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
