package dev.baton.store;

import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.AccessibleObjectStrategy;
import org.jdbi.v3.core.mapper.reflect.ReflectionMappers;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.core.statement.StatementExceptions.MessageRendering;

/** JDBI as Baton uses it: package-private records may be rows, and no name that was bound gets into a log. */
final class JdbiSetup {
    private JdbiSetup() {}

    static Jdbi of(DataSource source) {
        Jdbi jdbi = Jdbi.create(source);
        jdbi.getConfig(ReflectionMappers.class)
                .setAccessibleObjectStrategy(AccessibleObjectStrategy.FORCE_MAKE_ACCESSIBLE);
        jdbi.getConfig(StatementExceptions.class).setMessageRendering(MessageRendering.NONE);
        return jdbi;
    }
}
