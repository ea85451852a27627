import { DomainError } from '../problems/domain-error';
import { refuseBroken } from './broken-constraints';

const refusals = {
  capacity: (detail: string) =>
    new DomainError('session.capacity-below-confirmed', 409, { details: { confirmed: detail } }),
};
const broken = (constraint: string) =>
  Object.assign(new Error('from the database'), { driverError: { constraint, detail: '12' } });

describe('refuseBroken', () => {
  it('gives what the work gives', async () => {
    await expect(refuseBroken(refusals, () => Promise.resolve(7))).resolves.toBe(7);
  });

  it('turns a constraint that it knows into a refusal, with the detail', async () => {
    const work = () => Promise.reject(broken('capacity'));
    await expect(refuseBroken(refusals, work)).rejects.toMatchObject({
      code: 'session.capacity-below-confirmed',
      extras: { details: { confirmed: '12' } },
    });
  });

  it('leaves every other failure as it is', async () => {
    for (const failure of [broken('another'), new Error('no database'), { driverError: null }]) {
      await expect(refuseBroken(refusals, () => Promise.reject(failure as Error))).rejects.toBe(failure);
    }
  });
});
