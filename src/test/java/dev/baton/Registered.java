package dev.baton;

import com.slack.api.bolt.App;
import com.slack.api.bolt.AppConfig;
import com.slack.api.bolt.handler.BoltEventHandler;
import com.slack.api.bolt.handler.builtin.BlockActionHandler;
import com.slack.api.bolt.handler.builtin.GlobalShortcutHandler;
import com.slack.api.bolt.handler.builtin.MessageShortcutHandler;
import com.slack.api.bolt.handler.builtin.SlashCommandHandler;
import com.slack.api.bolt.handler.builtin.ViewSubmissionHandler;
import com.slack.api.model.event.Event;
import dev.baton.slack.Feature;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** An app of Bolt's that keeps the names under which features register, to hold them against the manifest. */
final class Registered extends App {
    final Set<String> commands = new TreeSet<>();
    final Set<String> shortcuts = new TreeSet<>();
    final Set<String> events = new TreeSet<>();
    /** Buttons, fields and views: what needs interactivity. */
    final Set<String> interactions = new TreeSet<>();

    Registered(List<Feature> features) {
        super(AppConfig.builder().signingSecret("none").build(), new ArrayList<>());
        features.forEach(feature -> feature.register(this));
    }

    @Override
    public App command(String name, SlashCommandHandler handler) {
        commands.add(name);
        return this;
    }

    /** A pattern cannot be held against a manifest. */
    @Override
    public App command(Pattern names, SlashCommandHandler handler) {
        throw new IllegalArgumentException("a command is registered by its name, not as " + names);
    }

    @Override
    public App globalShortcut(String callbackId, GlobalShortcutHandler handler) {
        shortcuts.add("global " + callbackId);
        return this;
    }

    @Override
    public App messageShortcut(String callbackId, MessageShortcutHandler handler) {
        shortcuts.add("message " + callbackId);
        return this;
    }

    /** The manifest knows an event under its class's name, with underscores for capitals and without "Event". */
    @Override
    public <E extends Event> App event(Class<E> type, BoltEventHandler<E> handler) {
        String name = type.getSimpleName().replaceFirst("Event$", "");
        events.add(name.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toLowerCase(Locale.ROOT));
        return this;
    }

    @Override
    public App blockAction(String actionId, BlockActionHandler handler) {
        interactions.add(actionId);
        return this;
    }

    @Override
    public App viewSubmission(String callbackId, ViewSubmissionHandler handler) {
        interactions.add(callbackId);
        return this;
    }
}
