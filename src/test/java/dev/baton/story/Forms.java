package dev.baton.story;

/** The request form, filled as the cast would fill it. */
final class Forms {
    static final String LINK = "https://acme.my.salesforce.com/";

    private Forms() {}

    /** Everything mandatory and the ARR, for an account nobody has told Baton about. */
    static Modal filled(Modal form, String name, String account, String opportunity, String stage) {
        return form.fill("Account name", name)
                .fill("Salesforce account link", LINK + account)
                .fill("Salesforce opportunity link", LINK + opportunity)
                .fill("Opportunity stage", stage)
                .fill("Expected close date", "2024-04-15")
                .fill("Landed Addressable Market (LAM)", "1.2M")
                .fill("Annual recurring revenue (ARR)", "420k")
                .fill("Sales segment", "Enterprise")
                .fill("Region", "Americas East");
    }

    static Modal northwind(Modal form) {
        return filled(form, "Northwind Bank", "0015e00001NWBNK", "0065e00001NWOPP", "4-Proposal")
                .fill("Account executive", "U0SOL");
    }
}
