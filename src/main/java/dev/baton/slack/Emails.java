package dev.baton.slack;

import com.slack.api.methods.response.users.UsersLookupByEmailResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds the Slack ids of people whom the people file names by e-mail address. Slack needs the scope users:read.email. */
public final class Emails implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Emails.class);

    private final SlackApi api;

    public Emails(String apiUrl, String botToken) {
        api = new SlackApi(apiUrl, botToken);
    }

    /**
     * The ids by address. Whoever Slack does not know is missing, and the log says so.
     *
     * @return empty while Slack cannot be asked; ask again later
     */
    public Optional<Map<String, String>> ids(List<String> addresses) {
        Map<String, String> ids = new HashMap<>();
        for (String address : addresses) {
            Reply<UsersLookupByEmailResponse> reply =
                    api.call("users.lookupByEmail", () -> api.methods().usersLookupByEmail(ask -> ask.email(address)));
            if (reply.no().isPresent() && reply.no().get().fault() != Fault.PERMANENT) {
                log.warn(
                        "People named by e-mail address are not known yet: {}",
                        reply.no().get().why());
                return Optional.empty();
            }
            reply.value().ifPresent(answer -> ids.put(address, answer.getUser().getId()));
        }
        long missing =
                addresses.stream().filter(address -> !ids.containsKey(address)).count();
        if (missing > 0) {
            log.warn(
                    "Slack knows nobody of {} of the {} e-mail addresses in the people file. Correct them there.",
                    missing,
                    addresses.size());
        }
        return Optional.of(ids);
    }

    @Override
    public void close() {
        api.close();
    }
}
