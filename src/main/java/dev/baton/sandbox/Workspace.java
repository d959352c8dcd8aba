package dev.baton.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;

/**
 * The opening state of a workspace: who and what is there before anybody acts, and what the app's manifest says of it.
 *
 * @param directs pairs of people who have a conversation of their own from the start
 * @param messages what was said before, oldest first
 */
public record Workspace(
        String name,
        String team,
        String domain,
        Instant start,
        String note,
        App app,
        List<Person> people,
        List<Channel> channels,
        List<List<String>> directs,
        List<Said> messages,
        Manifest manifest) {

    /** The installed app and its bot: ids as Slack writes them (A…, B…, U…) and the name people read. */
    public record App(String id, String bot, String user, String name) {}

    /**
     * A member of the workspace.
     *
     * @param name the handle, such as {@code sam}
     * @param team the workspace's id, or that of another company with which channels are shared
     */
    public record Person(
            String id,
            String name,
            String realName,
            String title,
            ZoneId zone,
            String email,
            String team,
            boolean admin,
            boolean guest,
            boolean deleted) {
        /** The same in another time zone. */
        Person zone(ZoneId nowZone) {
            return new Person(id, name, realName, title, nowZone, email, team, admin, guest, deleted);
        }

        /** The same with the account deactivated, or active again. */
        Person deleted(boolean nowDeleted) {
            return new Person(id, name, realName, title, zone, email, team, admin, guest, nowDeleted);
        }
    }

    /** A channel; {@code members} holds user ids, the bot's among them where the app is in it. */
    public record Channel(
            String id,
            String name,
            String topic,
            boolean isPrivate,
            boolean archived,
            boolean shared,
            Set<String> members) {}

    /**
     * Something said before the workspace opens. Whoever is there has read it.
     *
     * @param before how long before the opening
     * @param in the id of a channel, or of the person with whom the author speaks alone
     * @param thread the number of the message it answers, counted from 0 among all of the file, or -1
     */
    public record Said(Duration before, String in, String by, String text, int thread) {}

    /** A slash command as the manifest declares it. */
    public record Command(String command, String description, String usageHint, boolean escaped) {}

    /** A shortcut as the manifest declares it; {@code type} is {@code global} or {@code message}. */
    public record Shortcut(String name, String type, String callbackId, String description) {}

    /** What the workspace has to know of the app's manifest. Scopes are the bot's. */
    public record Manifest(
            List<Command> commands,
            List<Shortcut> shortcuts,
            Set<String> scopes,
            Set<String> events,
            boolean interactive,
            boolean homeTab) {}

    /** The same with another note. */
    public Workspace noted(String newNote) {
        return new Workspace(name, team, domain, start, newNote, app, people, channels, directs, messages, manifest);
    }

    /**
     * Reads a workspace file and the app's manifest.
     *
     * @throws IllegalArgumentException naming every place in the two texts that could not be understood
     */
    public static Workspace parse(String workspaceYaml, String manifestYaml) {
        return new WorkspaceYaml().read(workspaceYaml, manifestYaml);
    }
}
