package dev.baton.sandbox;

import com.google.gson.JsonObject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** What is planned for calls to come, in the order of planning. The first plan that wants a call gets it. */
final class Plans<T> {
    /** Stands for every call. */
    static final String ANY = "*";

    private final InstantSource machine;
    private final List<Plan<T>> plans = new ArrayList<>();

    Plans(InstantSource machine) {
        this.machine = machine;
    }

    private static final class Plan<T> {
        private final String of;
        private final Moment moment;
        private final T what;
        private final Random random;
        private int waiting;
        private int left;

        Plan(String of, Moment moment, T what) {
            this.of = of;
            this.moment = moment;
            this.what = what;
            random = new Random(moment.seed());
            waiting = moment.after();
            left = moment.times();
        }

        boolean concerns(String call, Instant now) {
            return (of.equals(ANY) || of.equals(call)) && !now.isBefore(moment.from()) && now.isBefore(moment.until());
        }

        /** Every call that concerns a plan counts for it, also one that another plan got. */
        boolean wants() {
            if (waiting > 0) {
                waiting--;
                return false;
            }
            return moment.chance() >= 1 || random.nextDouble() < moment.chance();
        }
    }

    synchronized void add(String of, Moment moment, T what) {
        plans.add(new Plan<>(of, moment, what));
    }

    synchronized void clear() {
        plans.clear();
    }

    synchronized @Nullable T take(String call) {
        Instant now = machine.instant();
        T taken = null;
        for (Iterator<Plan<T>> each = plans.iterator(); each.hasNext(); ) {
            Plan<T> plan = each.next();
            boolean free = taken == null || plan.waiting > 0;
            if (plan.concerns(call, now) && free && plan.wants()) {
                taken = plan.what;
                plan.left--;
                if (plan.left == 0) {
                    each.remove();
                }
            }
        }
        return taken;
    }

    /** What is still planned, each with how many times more. */
    synchronized List<JsonObject> listed(BiFunction<String, T, JsonObject> shown) {
        return plans.stream()
                .map(plan -> {
                    JsonObject listed = shown.apply(plan.of, plan.what);
                    listed.addProperty("times", plan.left);
                    return listed;
                })
                .toList();
    }
}
