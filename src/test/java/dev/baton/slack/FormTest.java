package dev.baton.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.slack.api.model.view.View;
import com.slack.api.model.view.ViewState;
import com.slack.api.util.json.GsonFactory;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class FormTest {

    @Test
    void each_field_is_read_by_its_block() {
        Form form = form("""
                {"name":{"name":{"type":"plain_text_input","value":"  Northwind Bank\\u00a0"}},
                 "stage":{"x":{"type":"static_select","selected_option":{"value":"4","text":{"type":"plain_text","text":"4"}}}},
                 "close":{"y":{"type":"datepicker","selected_date":"2024-04-15"}},
                 "pov":{"z":{"type":"checkboxes","selected_options":[{"value":"b"},{"value":"a"}]}},
                 "ae":{"u":{"type":"users_select","selected_user":"U0ADA"}}}""");

        assertThat(form.text("name")).hasValue("Northwind Bank");
        assertThat(form.choice("stage")).hasValue("4");
        assertThat(form.date("close")).hasValue(LocalDate.of(2024, 4, 15));
        assertThat(form.boxes("pov")).containsExactly("b", "a");
        assertThat(form.user("ae")).hasValue("U0ADA");
    }

    @Test
    void blank_missing_and_emptied_fields_are_absent() {
        Form form = form("""
                {"name":{"name":{"type":"plain_text_input","value":" \\n\\u200b\\ufeff\\u00a0"}},
                 "note":{"note":{"type":"plain_text_input","value":null}},
                 "stage":{"x":{"type":"static_select","selected_option":null}},
                 "pov":{"z":{"type":"checkboxes","selected_options":[]}}}""");

        assertThat(form.text("name")).isEmpty();
        assertThat(form.text("note")).isEmpty();
        assertThat(form.text("nowhere")).isEmpty();
        assertThat(form.choice("stage")).isEmpty();
        assertThat(form.boxes("pov")).isEmpty();
        assertThat(form.boxes("nowhere")).isEmpty();
    }

    @Test
    void a_value_of_another_type_than_asked_for_is_absent() {
        Form form = form("""
                {"name":{"name":{"type":"datepicker","selected_date":"2024-04-15","value":"x"}},
                 "close":{"y":{"type":"datepicker","selected_date":"2024-13-45"}},
                 "stage":{"x":{"type":"plain_text_input","value":"4"}},
                 "pov":{"z":{"type":"checkboxes","selected_options":[null,{"value":null}]}},
                 "ae":{"u":{"value":"U0ADA"}},
                 "two":{"a":{"type":"plain_text_input","value":"1"},"b":{"type":"plain_text_input","value":"2"}},
                 "none":{},
                 "nil":null}""");

        assertThat(form.text("name")).isEmpty();
        assertThat(form.date("close")).isEmpty();
        assertThat(form.choice("stage")).isEmpty();
        assertThat(form.boxes("pov")).isEmpty();
        assertThat(form.user("ae")).isEmpty();
        assertThat(form.text("two")).isEmpty();
        assertThat(form.text("none")).isEmpty();
        assertThat(form.text("nil")).isEmpty();
    }

    @Test
    void a_view_without_state_is_an_empty_form() {
        assertThat(Form.of(new View()).text("name")).isEmpty();
        assertThat(Form.of(new ViewState()).text("name")).isEmpty();
    }

    @Test
    void errors_are_kept_in_order_and_the_first_of_a_field_stands() {
        Form form = Form.of(new ViewState());
        form.orRefuse();
        form.error("link", "Paste the Opportunity.");
        form.error("arr", "Write an amount.");
        form.error("link", "Too long.");

        assertThat(form.errors())
                .containsExactly(
                        java.util.Map.entry("link", "Paste the Opportunity."),
                        java.util.Map.entry("arr", "Write an amount."));
        assertThatThrownBy(form::orRefuse)
                .isInstanceOfSatisfying(
                        Form.Rejected.class, e -> assertThat(e.errors()).isEqualTo(form.errors()));
    }

    private static Form form(String values) {
        return Form.of(GsonFactory.createSnakeCase().fromJson("{\"values\":" + values + "}", ViewState.class));
    }
}
