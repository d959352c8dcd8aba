package dev.baton.slack;

import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import com.slack.api.bolt.request.Request;
import com.slack.api.bolt.request.builtin.BlockActionRequest;
import com.slack.api.bolt.request.builtin.GlobalShortcutRequest;
import com.slack.api.bolt.request.builtin.MessageShortcutRequest;
import com.slack.api.bolt.request.builtin.ViewSubmissionRequest;
import com.slack.api.bolt.response.Response;
import com.slack.api.model.block.InputBlock;
import com.slack.api.model.view.View;
import dev.baton.watch.Reference;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How words reach the person who made a gesture: each place in Slack allows another way. The words are plain. */
final class Places implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Places.class);
    private static final int WAITING = 200;

    private final Courier courier;
    private final ThreadPoolExecutor afterwards;

    Places(Courier courier) {
        this.courier = courier;
        this.afterwards = new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(WAITING), task -> {
            Thread made = new Thread(task, "slack-refusals");
            made.setDaemon(true);
            return made;
        });
    }

    /** @param fields what belongs under which field, if the place has such a field */
    Response show(Request<?> request, String words, Map<String, String> fields) {
        return switch (request.getRequestType()) {
            case Command ->
                request.getContext().ackWithJson(Map.of("response_type", "ephemeral", "text", Blocks.esc(words)));
            case ViewSubmission -> submission((ViewSubmissionRequest) request, words, fields);
            case BlockAction -> press((BlockActionRequest) request, words);
            case GlobalShortcut -> shortcut((GlobalShortcutRequest) request, words);
            case MessageShortcut -> shortcut((MessageShortcutRequest) request, words);
            case BlockSuggestion -> request.getContext().ackWithJson(Map.of("options", List.of()));
            default -> Response.ok();
        };
    }

    @Override
    public void close() {
        afterwards.shutdown();
        try {
            if (!afterwards.awaitTermination(2, TimeUnit.SECONDS)) afterwards.shutdownNow();
        } catch (InterruptedException e) {
            afterwards.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    private static Response submission(ViewSubmissionRequest request, String words, Map<String, String> fields) {
        View view = request.getPayload().getView();
        Map<String, String> errors = under(view, words, fields);
        if (!errors.isEmpty()) return request.getContext().ackWithErrors(errors);
        return stackIsFull(view)
                ? request.getContext().ackWithUpdate(didNotWork(words))
                : request.getContext().ackWithPush(didNotWork(words));
    }

    /** Slack takes errors only for fields that the view has; what belongs elsewhere is said under the first of them. */
    private static Map<String, String> under(View view, String words, Map<String, String> fields) {
        Set<String> inputs = (view.getBlocks() == null ? List.<Object>of() : view.getBlocks())
                .stream()
                        .filter(InputBlock.class::isInstance)
                        .map(block -> String.valueOf(((InputBlock) block).getBlockId()))
                        .collect(Collectors.toSet());
        Map<String, String> errors = new LinkedHashMap<>(fields);
        errors.keySet().retainAll(inputs);
        if (!errors.isEmpty() && errors.size() < fields.size()) {
            String first = errors.keySet().iterator().next();
            errors.put(first, words.replace("\n", " "));
        }
        return errors;
    }

    /** Slack holds three views. The third names its root and, below itself, a second that is not the root. */
    private static boolean stackIsFull(View view) {
        String root = view.getRootViewId();
        String previous = view.getPreviousViewId();
        return root != null && previous != null && !previous.equals(root) && !root.equals(view.getId());
    }

    private Response press(BlockActionRequest request, String words) {
        BlockActionPayload payload = request.getPayload();
        String person = payload.getUser().getId();
        if (payload.getView() == null) {
            later(() -> respond(payload, words), person);
        } else if ("home".equals(payload.getView().getType())) {
            now(() -> courier.openView(payload.getTriggerId(), didNotWork(words)), person, words);
        } else {
            now(() -> courier.pushView(payload.getTriggerId(), didNotWork(words)), person, words);
        }
        return request.getContext().ack();
    }

    private void respond(BlockActionPayload payload, String words) {
        if (payload.getResponseUrl() == null) {
            courier.tell(payload.getUser().getId(), Blocks.esc(words));
            return;
        }
        try {
            courier.respond(payload.getResponseUrl(), Blocks.esc(words));
        } catch (SlackRefused e) {
            log.info("A refusal goes by direct message ({})", e.getMessage());
            courier.tell(payload.getUser().getId(), Blocks.esc(words));
        }
    }

    private Response shortcut(GlobalShortcutRequest request, String words) {
        String person = request.getPayload().getUser().getId();
        now(() -> courier.openView(request.getPayload().getTriggerId(), didNotWork(words)), person, words);
        return request.getContext().ack();
    }

    private Response shortcut(MessageShortcutRequest request, String words) {
        String person = request.getPayload().getUser().getId();
        now(() -> courier.openView(request.getPayload().getTriggerId(), didNotWork(words)), person, words);
        return request.getContext().ack();
    }

    private static View didNotWork(String words) {
        return Blocks.modal("refusal", "That did not work", "", List.of(Blocks.verbatim(words)), "");
    }

    /** A view needs the trigger, which lives three seconds and only once; the handler may have used it already. */
    private void now(Runnable way, String person, String words) {
        try {
            way.run();
        } catch (SlackRefused e) {
            log.info("A refusal goes by direct message ({})", e.getMessage());
            later(() -> courier.tell(person, Blocks.esc(words)), person);
        }
    }

    /** After the acknowledgement, which Slack awaits first. */
    private void later(Runnable way, String person) {
        try {
            afterwards.execute(Reference.carried(() -> {
                try {
                    way.run();
                } catch (RuntimeException e) {
                    log.warn("{} could not be told of a refusal: {}", person, e.getMessage());
                }
            }));
        } catch (RejectedExecutionException e) {
            log.warn("{} could not be told of a refusal: too many are waiting", person);
        }
    }
}
