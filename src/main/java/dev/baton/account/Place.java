package dev.baton.account;

import dev.baton.handbook.Role;

/** A place on an account's team. The account's CSM has one too, also where only Salesforce's field named that person. */
public record Place(SalesforceId account, Role role) {}
