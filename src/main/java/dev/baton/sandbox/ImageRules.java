package dev.baton.sandbox;

/** What Slack accepts as a picture: a block of its own, or a small one beside or among words. */
final class ImageRules {
    private static final int ALT = 2000;
    private static final int TITLE = 2000;
    private static final int URL = 3000;

    private ImageRules() {}

    static void block(Node image) {
        image.only("block_id", "image_url", "slack_file", "alt_text", "title");
        TextRules.plain(image, "title", TITLE);
        source(image);
    }

    static void element(Node image) {
        image.only("image_url", "slack_file", "alt_text");
        source(image);
    }

    private static void source(Node image) {
        image.required("alt_text").string("alt_text", 1, ALT).string("image_url", 1, URL);
        if (image.has("image_url") == image.has("slack_file")) {
            image.wrong("must provide either image_url or slack_file");
        }
        image.matching("image_url", "https?://\\S+", "an address that begins with http:// or https://");
        image.child("slack_file").ifPresent(file -> {
            file.only("id", "url");
            if (file.has("id") == file.has("url")) {
                file.wrong("must provide either id or url");
            }
        });
    }
}
