package dev.baton.hostile;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Bends the content of payloads: takes away, replaces, repeats, and puts in what belongs to another. */
final class Mutation {
    private final RandomGenerator random;
    private final List<Captured> corpus;

    /** @param corpus where foreign parts are taken from */
    Mutation(RandomGenerator random, List<Captured> corpus) {
        this.random = random;
        this.corpus = corpus;
    }

    /** A place in a tree: a member of an object, or an element of an array. */
    private record Slot(JsonElement parent, String name, int index) {
        JsonElement value() {
            return parent instanceof JsonObject object
                    ? object.get(name)
                    : parent.getAsJsonArray().get(index);
        }

        void put(JsonElement value) {
            if (parent instanceof JsonObject object) {
                object.add(name, value);
            } else {
                parent.getAsJsonArray().set(index, value);
            }
        }

        void remove() {
            if (parent instanceof JsonObject object) {
                object.remove(name);
            } else {
                parent.getAsJsonArray().remove(index);
            }
        }
    }

    /** One to four things are wrong with the copy; mostly deep inside, since what is wrong on top is soon refused. */
    JsonObject of(JsonObject original) {
        JsonObject copy = original.deepCopy();
        for (int left = 1 + random.nextInt(1 + random.nextInt(4)); left > 0; left--) {
            List<Slot> slots = new ArrayList<>();
            // The blocks of a view are most of a payload and least of what is read of it.
            collect(copy, slots, random.nextInt(5) == 0);
            if (random.nextInt(3) > 0 && slots.size() > copy.size()) {
                slots.removeIf(slot -> slot.parent() == copy);
            }
            if (!slots.isEmpty()) {
                bend(slots.get(random.nextInt(slots.size())));
            }
        }
        return copy;
    }

    private static void collect(JsonElement parent, List<Slot> slots, boolean blocks) {
        if (parent instanceof JsonObject object) {
            for (String name : object.keySet()) {
                slots.add(new Slot(object, name, 0));
                if (blocks || !name.equals("blocks")) {
                    collect(object.get(name), slots, blocks);
                }
            }
        } else if (parent instanceof JsonArray array) {
            for (int index = 0; index < array.size(); index++) {
                slots.add(new Slot(array, "", index));
                collect(array.get(index), slots, blocks);
            }
        }
    }

    private void bend(Slot slot) {
        switch (random.nextInt(8)) {
            case 0, 1 -> slot.remove();
            case 2 -> slot.put(JsonNull.INSTANCE);
            case 3, 4 -> slot.put(Odd.value(random));
            case 5, 6 -> foreign(slot);
            default -> swell(slot);
        }
    }

    /** What stands under this name in another payload: another's view, id, state, metadata, action, team. */
    private void foreign(Slot slot) {
        JsonObject other = corpus.get(random.nextInt(corpus.size())).content();
        List<Slot> found = new ArrayList<>();
        collect(other, found, false);
        found.removeIf(each -> !each.name().equals(slot.name()) || slot.name().isEmpty());
        slot.put(
                found.isEmpty()
                        ? Odd.value(random)
                        : found.get(random.nextInt(found.size())).value().deepCopy());
    }

    private void swell(Slot slot) {
        JsonElement value = slot.value();
        if (value instanceof JsonArray array && !array.isEmpty()) {
            JsonElement first = array.get(0);
            for (int more = random.nextInt(200); more > 0; more--) {
                array.add(first.deepCopy());
            }
        } else if (value instanceof JsonObject object) {
            object.add(Odd.words(random), Odd.value(random));
        } else {
            JsonArray wrapped = new JsonArray();
            wrapped.add(value);
            slot.put(wrapped);
        }
    }
}
