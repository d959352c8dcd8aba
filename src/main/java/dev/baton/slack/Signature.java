package dev.baton.slack;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** Slack's signature over the bytes of a request: HMAC-SHA256 of {@code v0:timestamp:body}. */
final class Signature {
    static final String HEADER = "X-Slack-Signature";
    static final String TIMESTAMP = "X-Slack-Request-Timestamp";
    static final Duration WINDOW = Duration.ofMinutes(5);
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,12}");
    private static final Pattern SEAL = Pattern.compile("v0=[0-9a-f]{64}");

    private final SecretKeySpec key;
    private final InstantSource machine;

    Signature(String signingSecret, InstantSource machine) {
        this.key = new SecretKeySpec(signingSecret.getBytes(StandardCharsets.UTF_8), "HmacSHA256");
        this.machine = machine;
    }

    /** What the headers claim, or empty if they already show that the request cannot be Slack's. */
    Optional<Claim> claim(@Nullable String timestamp, @Nullable String seal) {
        if (timestamp == null || seal == null) return Optional.empty();
        if (!SECONDS.matcher(timestamp).matches() || !SEAL.matcher(seal).matches()) return Optional.empty();
        Instant signedAt = Instant.ofEpochSecond(Long.parseLong(timestamp));
        // Both sides: a signature dated ahead would otherwise stay good until its date comes.
        boolean fresh = Duration.between(signedAt, machine.instant()).abs().compareTo(WINDOW) <= 0;
        return fresh ? Optional.of(new Claim(timestamp, seal)) : Optional.empty();
    }

    boolean holds(Claim claim, byte[] body) {
        byte[] given = HexFormat.of().parseHex(claim.seal(), 3, claim.seal().length());
        return MessageDigest.isEqual(given, hmac(claim.timestamp(), body));
    }

    private byte[] hmac(String timestamp, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            mac.update(("v0:" + timestamp + ":").getBytes(StandardCharsets.US_ASCII));
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no HmacSHA256", e);
        }
    }

    record Claim(String timestamp, String seal) {}
}
