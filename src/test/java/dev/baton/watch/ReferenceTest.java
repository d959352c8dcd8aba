package dev.baton.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

/** What joins the lines of one gesture, and stays with it alone. */
class ReferenceTest {

    @Test
    void a_gesture_has_one_reference_and_leaves_none_behind() {
        Reference.around(() -> {
            assertThat(Reference.current()).matches("[0-9A-F]{6}").isEqualTo(MDC.get("ref"));
            assertThat(Reference.current()).isEqualTo(Reference.current());
        });
        assertThat(MDC.get("ref")).isNull();
        assertThat(Reference.current()).isNotEqualTo(Reference.current());
    }

    @Test
    void it_is_gone_also_when_the_gesture_fails() {
        try {
            Reference.around(() -> {
                throw new IllegalStateException("no");
            });
        } catch (IllegalStateException expected) {
            assertThat(expected).hasMessage("no");
        }
        assertThat(MDC.get("ref")).isNull();
    }

    @Test
    void it_goes_along_to_another_thread_and_does_not_stay_there() {
        ExecutorService other = Executors.newSingleThreadExecutor();
        try {
            CompletableFuture<String> there = new CompletableFuture<>();
            CompletableFuture<String> here = new CompletableFuture<>();
            Reference.around(() -> {
                here.complete(Reference.current());
                other.execute(Reference.carried(() -> there.complete(String.valueOf(MDC.get("ref")))));
            });
            assertThat(there.join()).isEqualTo(here.join());
            CompletableFuture<String> later =
                    CompletableFuture.supplyAsync(() -> String.valueOf(MDC.get("ref")), other);
            assertThat(later.join()).isEqualTo("null");
        } finally {
            other.shutdownNow();
        }
    }

    @Test
    void work_that_is_done_by_the_same_thread_gives_back_what_it_found() {
        Reference.ofNotice("request:1:card:U0MAYA", () -> {
            assertThat(Reference.<String, String>carried(text -> text + MDC.get("notice"))
                            .apply("of "))
                    .isEqualTo("of request:1:card:U0MAYA");
            assertThat(MDC.get("notice")).isEqualTo("request:1:card:U0MAYA");
        });
        assertThat(MDC.get("notice")).isNull();
    }
}
