package dev.baton.slack;

import com.slack.api.model.block.element.BlockElement;

/** What people fill in, before it is known in which block: the block's id becomes the action's, one action per block. */
@FunctionalInterface
public interface Element {
    BlockElement named(String actionId);
}
