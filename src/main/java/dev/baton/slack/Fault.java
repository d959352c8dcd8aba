package dev.baton.slack;

import java.util.Locale;
import java.util.Set;

/** What Slack's error words mean for whoever wanted something. */
enum Fault {
    /** Nothing works for the whole workspace until somebody repairs it. */
    WORKSPACE,
    /** Not now; nothing was done. */
    LATER,
    /** Slack failed, perhaps after doing it. */
    PERHAPS,
    /** Not this, not here, not ever. */
    PERMANENT;

    private static final Set<String> WHOLE_WORKSPACE = Set.of(
            "not_authed",
            "invalid_auth",
            "token_revoked",
            "token_expired",
            "account_inactive",
            "org_login_required",
            "team_access_not_granted",
            "enterprise_is_restricted",
            "two_factor_setup_required",
            "ekm_access_denied",
            "no_permission",
            "missing_scope",
            "not_allowed_token_type",
            "access_denied",
            "accesslimited");
    private static final Set<String> NOT_NOW = Set.of(
            "ratelimited",
            "rate_limited",
            "message_limit_exceeded",
            "request_timeout",
            "team_added_to_org",
            "accept_terms_first");
    private static final Set<String> WHO_KNOWS =
            Set.of("fatal_error", "internal_error", "service_unavailable", "unknown_error");

    static Fault of(String error) {
        String word = error.toLowerCase(Locale.ROOT);
        if (WHOLE_WORKSPACE.contains(word)) return WORKSPACE;
        if (NOT_NOW.contains(word)) return LATER;
        if (WHO_KNOWS.contains(word)) return PERHAPS;
        return PERMANENT;
    }
}
