package dev.baton.story;

import dev.baton.account.AccountsYaml;
import dev.baton.sandbox.Sandbox;
import dev.baton.sandbox.SandboxClock;
import java.net.URI;

/** Who Baton is in a story: a part of the test's process, or two processes behind one Slack and one database. */
interface Baton extends AutoCloseable {
    String TOKEN = "xoxb-story";
    String SECRET = "story-secret";
    String APP_TOKEN = "xapp-story";

    Sandbox slack();

    SandboxClock clock();

    /** The address of the database. */
    String database();

    /** Where monitoring asks. */
    URI admin();

    /** Where Slack would post next. */
    URI door();

    /** What comes as if Slack had sent it. */
    default Post post() {
        return new SignedPost(door(), SECRET);
    }

    /** Makes facts about accounts known, as if somebody had told Baton before. */
    void know(AccountsYaml.Opening opening);

    /** Baton stops, something is done meanwhile, and it starts again with this people file. Slack stays as it is. */
    void restart(String people, Runnable meanwhile);

    @Override
    void close();
}
