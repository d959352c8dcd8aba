package dev.baton.request;

import com.slack.api.model.view.View;
import com.slack.api.model.view.ViewState;
import com.slack.api.model.view.ViewState.SelectedOption;
import com.slack.api.model.view.ViewState.Value;
import dev.baton.slack.Form;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** A request form as somebody has filled it in, in the SDK's own words. */
final class Filled {
    private final Map<String, Map<String, Value>> values = new LinkedHashMap<>();

    /** Everything mandatory, for Northwind Bank. */
    static Filled properly() {
        return new Filled()
                .typed(Intake.ACCOUNT_NAME, "Northwind Bank")
                .typed(Intake.ACCOUNT_LINK, "https://acme.my.salesforce.com/0015e00001NWBNK")
                .typed(Intake.OPPORTUNITY_LINK, "https://acme.my.salesforce.com/0065e00001NWOPP")
                .chosen(Intake.STAGE, "PROPOSAL")
                .day(Intake.CLOSE_DATE, "2024-04-15")
                .typed(Intake.LAM, "1.2M")
                .chosen(Intake.SEGMENT, "ENTERPRISE")
                .chosen(Intake.REGION, "AMER_EAST");
    }

    Filled typed(String field, String text) {
        Value value = value("plain_text_input");
        value.setValue(text);
        return put(field, value);
    }

    Filled chosen(String field, String option) {
        Value value = value("static_select");
        value.setSelectedOption(option(option));
        return put(field, value);
    }

    Filled day(String field, String iso) {
        Value value = value("datepicker");
        value.setSelectedDate(iso);
        return put(field, value);
    }

    Filled picked(String field, String user) {
        Value value = value("users_select");
        value.setSelectedUser(user);
        return put(field, value);
    }

    Filled ticked(String field, String... boxes) {
        Value value = value("checkboxes");
        value.setSelectedOptions(Arrays.stream(boxes).map(Filled::option).toList());
        return put(field, value);
    }

    Filled without(String field) {
        values.remove(field);
        return this;
    }

    Form form() {
        ViewState state = new ViewState();
        state.setValues(values);
        return Form.of(View.builder().type("modal").state(state).build());
    }

    private Filled put(String field, Value value) {
        values.put(field, Map.of(field, value));
        return this;
    }

    private static Value value(String type) {
        Value value = new Value();
        value.setType(type);
        return value;
    }

    private static SelectedOption option(String value) {
        SelectedOption option = new SelectedOption();
        option.setValue(value);
        return option;
    }
}
