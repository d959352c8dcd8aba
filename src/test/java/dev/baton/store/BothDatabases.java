package dev.baton.store;

import dev.baton.proof.Proof;
import dev.baton.store.Database.Dialect;
import java.lang.reflect.Constructor;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;

/** Runs a test once on each database and makes what the test asks for. */
final class BothDatabases implements TestTemplateInvocationContextProvider {

    @Override
    public boolean supportsTestTemplate(ExtensionContext context) {
        return true;
    }

    @Override
    public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(ExtensionContext context) {
        OnBothDatabases wanted = context.getRequiredTestMethod().getAnnotation(OnBothDatabases.class);
        Stream<TestTemplateInvocationContext> databases = Arrays.stream(Dialect.values())
                .filter(dialect -> Proof.LONG || !(wanted.served() && dialect == Dialect.POSTGRESQL))
                .map(dialect -> run(dialect.name(), () -> fresh(dialect, wanted.migrated())));
        Stream<TestTemplateInvocationContext> processes =
                wanted.served() ? Stream.of(run("TWO_PROCESSES", PostgresServer::served)) : Stream.empty();
        Stream<TestTemplateInvocationContext> socket = wanted.overSocket()
                ? Stream.of(run(
                        "OVER_A_SOCKET",
                        () -> fresh(Dialect.SQLITE, wanted.migrated()).overSocket()))
                : Stream.empty();
        return Stream.of(databases, processes, socket).flatMap(each -> each);
    }

    private static FreshDatabase fresh(Dialect dialect, boolean migrated) {
        return dialect == Dialect.SQLITE ? SqliteFolder.fresh(migrated) : PostgresServer.fresh(migrated);
    }

    private static TestTemplateInvocationContext run(String name, Supplier<FreshDatabase> making) {
        return new TestTemplateInvocationContext() {
            @Override
            public String getDisplayName(int index) {
                return name;
            }

            @Override
            public List<Extension> getAdditionalExtensions() {
                return List.of(new Invocation(making));
            }
        };
    }

    /** One run of one test. */
    private static final class Invocation implements ParameterResolver, AfterEachCallback {
        private final Supplier<FreshDatabase> making;
        private final Map<Class<?>, Object> made = new ConcurrentHashMap<>();
        private final Deque<AutoCloseable> toClose = new ArrayDeque<>();

        Invocation(Supplier<FreshDatabase> making) {
            this.making = making;
        }

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            Class<?> type = parameter.getParameter().getType();
            return type == FreshDatabase.class || type == Database.class || madeOfOne(type);
        }

        private static boolean madeOfOne(Class<?> type) {
            Constructor<?>[] all = type.getDeclaredConstructors();
            return all.length == 1
                    && all[0].getParameterCount() == 1
                    && List.of(FreshDatabase.class, Database.class).contains(all[0].getParameterTypes()[0]);
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return the(parameter.getParameter().getType());
        }

        private Object the(Class<?> type) {
            Object known = made.get(type);
            if (known != null) {
                return known;
            }
            Object fresh = make(type);
            made.put(type, fresh);
            if (fresh instanceof AutoCloseable closeable && !(fresh instanceof Database)) {
                toClose.push(closeable);
            }
            return fresh;
        }

        private Object make(Class<?> type) {
            if (type == FreshDatabase.class) {
                return making.get();
            }
            if (type == Database.class) {
                return ((FreshDatabase) the(FreshDatabase.class)).open();
            }
            Constructor<?> constructor = type.getDeclaredConstructors()[0];
            try {
                constructor.setAccessible(true);
                return constructor.newInstance(the(constructor.getParameterTypes()[0]));
            } catch (ReflectiveOperationException e) {
                throw new ParameterResolutionException("cannot make " + type, e);
            }
        }

        @Override
        public void afterEach(ExtensionContext context) throws Exception {
            while (!toClose.isEmpty()) {
                toClose.pop().close();
            }
        }
    }
}
