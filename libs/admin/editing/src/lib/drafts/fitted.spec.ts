import { fitted } from './fitted';

const today = { title: '', capacity: 30 as number | null, texts: { en: { lead: '' } }, parts: [{ id: 'a' }] };

describe('what was kept, in the shape of today', () => {
  it('is as it was kept where the shape is the same', () => {
    const kept = { title: 'Pipes', capacity: null, texts: { en: { lead: 'Why' } }, parts: [] };
    expect(fitted(today, kept)).toEqual(kept);
  });

  it('has what it lacks from today, and nothing that today does not know', () => {
    const kept = { title: 'Pipes', texts: { fr: { lead: 'Pourquoi' } }, old: true };
    expect(fitted(today, kept)).toEqual({ ...today, title: 'Pipes' });
  });

  it('never puts a value of another kind into a field', () => {
    expect(fitted(today, { title: 5, capacity: '30', texts: 'none', parts: {} })).toEqual(today);
    expect(fitted(today, 'nonsense')).toEqual(today);
  });
});
