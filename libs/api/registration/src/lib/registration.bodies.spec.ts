import { bodyValidation, DomainError } from '@reihe/api-platform';
import { aRegister, registerSamples } from '@reihe/shared-testing';
import { RegisterBody } from './registration.bodies';

async function fieldsRefused(body: object): Promise<unknown> {
  try {
    await bodyValidation().transform(body, { type: 'body', metatype: RegisterBody });
    return [];
  } catch (error) {
    return error instanceof DomainError ? error.extras.fields : error;
  }
}

describe('the API says what the form says', () => {
  it.each(registerSamples)('to registering, case $#: $field, $code', async ({ field, value, code }) => {
    const refused = await fieldsRefused({ ...aRegister(), [field]: value });
    expect(refused).toEqual(code === null ? [] : [expect.objectContaining({ path: field, code })]);
  });
});
