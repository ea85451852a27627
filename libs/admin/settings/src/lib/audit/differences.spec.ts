import { differences } from './differences';

describe('differences', () => {
  it('names what changed by its path and leaves out what stayed', () => {
    expect(
      differences(
        { state: 'draft', title: { en: 'A' }, roles: ['editor'] },
        { state: 'published', title: { en: 'A' }, roles: ['editor', 'organiser'] },
      ),
    ).toEqual([
      { path: 'roles', before: 'editor', after: 'editor, organiser' },
      { path: 'state', before: 'draft', after: 'published' },
    ]);
  });

  it('shows what was made and what was taken away', () => {
    expect(differences(null, { name: 'x' })).toEqual([{ path: 'name', before: null, after: 'x' }]);
    expect(differences({ name: 'x' }, null)).toEqual([{ path: 'name', before: 'x', after: null }]);
    expect(differences(null, null)).toEqual([]);
  });
});
