import { HOUSE_RULES, saveRegistrationRulesRules } from './registration-rules';

describe('the rules of the house', () => {
  it('speak of everything that a series or a session may rule', () => {
    expect(['version', ...Object.keys(HOUSE_RULES)]).toEqual(Object.keys(saveRegistrationRulesRules));
  });
});
