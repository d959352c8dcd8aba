package dev.baton.handbook;

import dev.baton.handbook.Vocabulary.Word;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the words of a handbook: its roles, its phrases, and the labels and hints of fields. */
final class VocabularyYaml {
    private static final int LONGEST_WORD = 60;
    private static final int LONGEST_LABEL = 75;
    private static final int LONGEST_HINT = 300;
    /** "Request a CSM" is the title of a form. */
    private static final int LONGEST_CSM = Vocabulary.LONGEST_TITLE - "Request ".length();

    private VocabularyYaml() {}

    /** Empty, with problems noted, if a word is missing. */
    static Optional<Vocabulary> words(LocatedYaml vocabulary) {
        Map<Role, Word> roles = roles(vocabulary.only("roles", "phrases").required("roles"));
        LocatedYaml phrases =
                vocabulary.required("phrases").only("the-pool", "deal-value", "account-team", "salesforce-field");
        String thePool = phrases.required("the-pool").words(LONGEST_WORD);
        String dealValue = phrases.required("deal-value").words(LONGEST_WORD);
        String accountTeam = phrases.required("account-team").words(LONGEST_WORD);
        String salesforceField = phrases.required("salesforce-field").words(LONGEST_WORD);
        return roles.size() == Role.values().length
                ? Optional.of(new Vocabulary(roles, thePool, dealValue, accountTeam, salesforceField))
                : Optional.empty();
    }

    private static Map<Role, Word> roles(LocatedYaml roles) {
        Map<Role, Word> words = new EnumMap<>(Role.class);
        roles.entriesAmong("a role", HandbookYaml.choices(List.of(Role.values()), Role::name))
                .forEach((role, word) -> words.put(role, word(role, word.only("label", "one", "many", "name"))));
        for (Role role : Role.values()) {
            roles.required(role.name());
        }
        return words;
    }

    private static Word word(Role role, LocatedYaml word) {
        String label = word.required("label").words(LONGEST_WORD);
        String one = word.required("one").words(role == Role.CSM ? LONGEST_CSM : LONGEST_WORD);
        String many = word.required("many").words(LONGEST_WORD);
        return new Word(label, one, many, word.required("name").words(LONGEST_WORD));
    }

    /** With a label for every field, or with problems noted. */
    static Map<Field, FieldWords> fields(LocatedYaml fields) {
        Map<Field, FieldWords> found = new EnumMap<>(Field.class);
        fields.entriesAmong("a field", HandbookYaml.choices(List.of(Field.values()), Field::key))
                .forEach((field, words) -> {
                    words.only("label", "hint");
                    String label = words.required("label").words(LONGEST_LABEL);
                    found.put(
                            field, new FieldWords(label, words.optional("hint").optionalWords(LONGEST_HINT)));
                });
        for (Field field : Field.values()) {
            fields.required(field.key());
        }
        return found;
    }
}
