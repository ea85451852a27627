import { changedPaths } from './changed-paths';

describe('where two forms differ', () => {
  const form = { title: 'A', texts: { en: { lead: '' }, de: { lead: '' } }, agenda: [{ minutes: 5 }] };

  it.each([
    [{}, []],
    [{ title: 'B' }, [['title']]],
    [{ texts: { en: { lead: '' }, de: { lead: 'Neu' } } }, [['texts', 'de', 'lead']]],
    [{ agenda: [{ minutes: 10 }] }, [['agenda', '0', 'minutes']]],
    [{ agenda: [{ minutes: 1 }, { minutes: 5 }] }, [['agenda']]],
    [{ title: null }, [['title']]],
  ])('is told for %j', (change, paths) => {
    expect(changedPaths(form, { ...form, ...change })).toEqual(paths);
  });
});
