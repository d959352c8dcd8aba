package dev.baton.store;

import java.util.Arrays;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;

/**
 * How far a database has come.
 *
 * @param has the last migration that was carried out in it; 0 for none
 * @param knows the last migration this program brings along
 */
record Schema(int has, int knows) {

    static Schema of(DataSource source) {
        MigrationInfoService info = Flyway.configure()
                .dataSource(source)
                .locations("classpath:db/migration")
                .load()
                .info();
        return new Schema(
                last(Arrays.stream(info.applied())),
                last(Arrays.stream(info.all()).filter(each -> each.getState().isResolved())));
    }

    private static int last(Stream<MigrationInfo> migrations) {
        return migrations
                .filter(each -> each.getVersion() != null)
                .mapToInt(each -> Integer.parseInt(each.getVersion().getVersion()))
                .max()
                .orElse(0);
    }

    /** Something stands in it, and is about to be changed. */
    boolean isToBeMigrated() {
        return has > 0 && has < knows;
    }

    /** An older program would write what a newer one cannot read. */
    Schema orRefuse(String what) {
        if (has > knows) {
            throw new UnableToOpenDatabase(what + " was written by a newer Baton (V" + has + ", and this one knows V"
                    + knows + "). It was left as it is: start the newer Baton.");
        }
        return this;
    }
}
