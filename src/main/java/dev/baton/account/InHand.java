package dev.baton.account;

import dev.baton.handbook.Role;
import java.util.List;

/**
 * Something that is in one person's hands, and would be left lying if that person left.
 *
 * @param subject names it for whoever hands it over, by ids, such as {@code request:1}
 * @param account what it belongs to
 * @param words what it is, to stand in a list beside the account's name: {@code REQ-1}
 * @param roles who can take it over: whoever holds one of these in the people file
 */
public record InHand(String subject, SalesforceId account, String words, List<Role> roles) {
    public InHand {
        roles = List.copyOf(roles);
    }
}
