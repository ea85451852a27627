import { SelectedSessions } from './selected-sessions';

describe('the selection', () => {
  it('toggles one, adds or drops several, takes all, and is cleared', () => {
    const selected = new SelectedSessions();
    selected.toggle('a');
    selected.set(['b', 'c'], true);
    expect(selected.ids()).toEqual(['a', 'b', 'c']);
    selected.toggle('a');
    selected.set(['c', 'd'], false);
    expect(selected.ids()).toEqual(['b']);
    selected.selectAll(['x', 'y']);
    expect(selected.count()).toBe(2);
    expect(selected.has('b')).toBe(false);
    selected.clear();
    expect(selected.ids()).toEqual([]);
  });
});
