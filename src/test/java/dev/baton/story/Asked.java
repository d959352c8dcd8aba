package dev.baton.story;

import dev.baton.store.FreshDatabase;

/** Sam has asked for a CSM for Northwind: Maya has the card, Sam the receipt. */
final class Asked implements AutoCloseable {
    final Workplace slack;
    final Posted card;
    final Posted receipt;

    Asked(FreshDatabase database) {
        slack = new Workplace(database);
        slack.as("U0SAM").command("/request-csm Northwind Bank").submit();
        card = slack.as("U0MAYA").dm("REQ-1");
        receipt = slack.as("U0SAM").dm("REQ-1");
    }

    Hand as(String person) {
        return slack.as(person);
    }

    @Override
    public void close() {
        slack.close();
    }
}
