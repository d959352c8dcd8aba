package dev.baton.store;

import java.sql.Types;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.argument.AbstractArgumentFactory;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jdbi.v3.core.mapper.reflect.AccessibleObjectStrategy;
import org.jdbi.v3.core.mapper.reflect.ReflectionMappers;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.core.statement.StatementExceptions.MessageRendering;

/**
 * JDBI as Baton uses it: package-private records may be rows, no name that was bound gets into a log, and a text is one that
 * both databases take.
 */
final class JdbiSetup {
    private JdbiSetup() {}

    static Jdbi of(DataSource source) {
        Jdbi jdbi = Jdbi.create(source);
        jdbi.getConfig(ReflectionMappers.class)
                .setAccessibleObjectStrategy(AccessibleObjectStrategy.FORCE_MAKE_ACCESSIBLE);
        jdbi.getConfig(StatementExceptions.class).setMessageRendering(MessageRendering.NONE);
        return jdbi.registerArgument(new Text());
    }

    /** PostgreSQL knows no NUL in a text, and neither database half a character. Whoever asks for such a thing finds nothing. */
    private static final class Text extends AbstractArgumentFactory<String> {
        Text() {
            super(Types.VARCHAR);
        }

        @Override
        protected Argument build(String value, ConfigRegistry config) {
            String text = storable(value) ? value : value.replaceAll("[\\x00\\ud800-\\udfff]", "\ufffd");
            return (position, statement, context) -> statement.setString(position, text);
        }

        private static boolean storable(String value) {
            return value.codePoints().noneMatch(point -> point == 0 || (point >= 0xD800 && point <= 0xDFFF));
        }
    }
}
