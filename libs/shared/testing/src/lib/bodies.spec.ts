import { registerRules, saveSeriesRules, saveSessionRules, type FieldRules } from '@reihe/shared-contracts';
import { saveRecapRules } from '@reihe/shared-editorial';
import { fieldError } from '@reihe/shared-form-policies';
import { aRegister, aSaveRecap, aSaveSeries, aSaveSession } from './bodies';

const seriesId = '00000000-0000-4000-8000-000000000001';

describe('the builders', () => {
  it.each<[string, object, Record<string, FieldRules>]>([
    ['series', aSaveSeries(), saveSeriesRules],
    ['session', aSaveSession({ seriesId }), saveSessionRules],
    ['registration', aRegister(), registerRules],
    ['recap', aSaveRecap({ seriesId }), saveRecapRules],
  ])('give a %s that every rule of its contract accepts', (_what, body, rules) => {
    const errors = Object.entries(rules)
      .map(([field, rule]) => [field, fieldError((body as Record<string, unknown>)[field], rule)])
      .filter(([, error]) => error !== null);
    expect(errors).toEqual([]);
  });
});
