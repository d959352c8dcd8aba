-- What the card shows besides: the subscription, and the four places where information on an account lies.
ALTER TABLE account ADD COLUMN tier ${text};
ALTER TABLE account ADD COLUMN meeting_notes ${text};
ALTER TABLE account ADD COLUMN command_plan ${text};
ALTER TABLE account ADD COLUMN account_plan ${text};
ALTER TABLE account ADD COLUMN strategy_plan ${text};

-- A codename is searched as names are.
ALTER TABLE account ADD COLUMN codename_folded ${text};
UPDATE account SET codename_folded = lower(codename) WHERE codename IS NOT NULL;
