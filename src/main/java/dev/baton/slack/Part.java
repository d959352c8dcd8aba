package dev.baton.slack;

import com.slack.api.model.block.LayoutBlock;
import java.util.List;

/**
 * What one feature has to say on a shared screen.
 *
 * @param rank lower stands higher, and is left out later
 * @param minBlocks with fewer of its blocks than this it makes no sense and is left out whole
 */
public record Part(int rank, List<LayoutBlock> blocks, int minBlocks) {
    public Part {
        if (minBlocks < 1 || minBlocks > Math.max(1, blocks.size()))
            throw new IllegalArgumentException("A part of " + blocks.size() + " blocks cannot need " + minBlocks);
        blocks = List.copyOf(blocks);
    }

    /** All of it or nothing. */
    public static Part whole(int rank, List<LayoutBlock> blocks) {
        return new Part(rank, blocks, Math.max(1, blocks.size()));
    }
}
