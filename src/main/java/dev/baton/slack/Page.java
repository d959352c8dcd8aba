package dev.baton.slack;

import com.slack.api.model.block.LayoutBlock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Fits parts into the blocks that Slack allows, and says what was left out. */
public final class Page {
    /** The blocks of a message. */
    public static final int MESSAGE = 50;
    /** The blocks of a modal or of App Home. */
    public static final int VIEW = 100;

    private Page() {}

    /** The parts in the order of their ranks, in at most {@code limit} blocks. */
    public static List<LayoutBlock> fit(List<Part> parts, int limit) {
        List<Part> ranked =
                parts.stream().sorted(Comparator.comparingInt(Part::rank)).toList();
        int wanted = ranked.stream().mapToInt(part -> part.blocks().size()).sum();
        if (wanted <= limit)
            return ranked.stream().flatMap(part -> part.blocks().stream()).toList();
        int[] room = share(ranked, limit);
        List<LayoutBlock> page = new ArrayList<>();
        int unseen = 0;
        for (int i = 0; i < room.length; i++) {
            List<LayoutBlock> blocks = ranked.get(i).blocks();
            page.addAll(blocks.subList(0, room[i]));
            int left = blocks.size() - room[i];
            if (room[i] == 0) unseen += left;
            else if (left > 0) page.add(more(left));
        }
        if (unseen > 0) page.add(more(unseen));
        return page;
    }

    /** First everybody's least, best rank first, then what is over. One line of each part cut short is for saying so. */
    private static int[] share(List<Part> ranked, int limit) {
        int[] room = new int[ranked.size()];
        int left = limit - 1;
        for (int i = 0; i < room.length; i++) {
            int size = ranked.get(i).blocks().size();
            int least = Math.min(ranked.get(i).minBlocks(), size);
            int cost = least < size ? least + 1 : least;
            if (cost > left) continue;
            room[i] = least;
            left -= cost;
        }
        for (int i = 0; i < room.length; i++) {
            int size = ranked.get(i).blocks().size();
            if (room[i] == 0 || room[i] == size) continue;
            int all = size - room[i] - 1;
            int more = Math.min(left, all);
            room[i] += more == all ? all + 1 : more;
            left -= more;
        }
        return room;
    }

    private static LayoutBlock more(int blocks) {
        return Blocks.note("… " + blocks + " more");
    }
}
