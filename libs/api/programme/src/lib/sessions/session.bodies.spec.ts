import { bodyValidation, DomainError } from '@reihe/api-platform';
import { aSaveSession, saveSessionSamples } from '@reihe/shared-testing';
import { SaveSessionBody } from './session.bodies';

const seriesId = '00000000-0000-4000-8000-000000000001';

async function fieldsRefused(body: object): Promise<unknown> {
  try {
    await bodyValidation().transform(body, { type: 'body', metatype: SaveSessionBody });
    return [];
  } catch (error) {
    return error instanceof DomainError ? error.extras.fields : error;
  }
}

describe('the API says what the form says', () => {
  it.each(saveSessionSamples)('to a session, case $#: $field, $code', async ({ field, value, code }) => {
    const refused = await fieldsRefused({ ...aSaveSession({ seriesId }), [field]: value });
    expect(refused).toEqual(code === null ? [] : [expect.objectContaining({ path: field, code })]);
  });
});
