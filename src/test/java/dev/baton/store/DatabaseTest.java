package dev.baton.store;

import static org.assertj.core.api.Assertions.assertThat;

class DatabaseTest {
    @OnBothDatabases
    void a_change_is_read_back(Database database) {
        database.write(tx -> tx.execute("INSERT INTO counter (name, value) VALUES ('a', 1)"));
        assertThat(database.<Integer>read(r -> r.createQuery("select value from counter where name='a'").mapTo(Integer.class).one())).isEqualTo(1);
    }
    @OnBothDatabases
    void b(Database database) {
        assertThat(database.notWritable()).isEmpty();
    }
    @OnBothDatabases(migrated = false)
    void c(Database database) {
        assertThat(database.notWritable()).isEmpty();
    }
}
