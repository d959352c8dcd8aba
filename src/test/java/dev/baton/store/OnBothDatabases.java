package dev.baton.store;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test that runs twice: on a SQLite file and on a real PostgreSQL, each time on a database of its own. Parameters may be a
 * {@link FreshDatabase}, an open {@link Database}, or any fixture whose only constructor takes one of the two; whatever can
 * be closed is closed afterwards.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@TestTemplate
@ExtendWith(BothDatabases.class)
public @interface OnBothDatabases {

    /** False begins with nothing at all, for tests of the migrations themselves. */
    boolean migrated() default true;

    /**
     * True runs it through two {@code serve} processes on one PostgreSQL; for tests of {@code story.World}. On PostgreSQL
     * within the test's own process it then runs in the long proof alone.
     */
    boolean served() default false;

    /** True runs it once more, on SQLite, and Slack comes in over a socket that Baton opened; for the same tests. */
    boolean overSocket() default false;
}
