import { isGenericName } from './generic-names';

describe('a name in a report', () => {
  it.each([
    'iPhone',
    'iPad (2)',
    "Ada's iPhone",
    'iPhone von Ada',
    'Guest',
    'Gast 12',
    'Zoom User',
    'Call-In User_3',
    '+49 711 2162*****',
    'Teilnehmerin',
    'X',
    '',
  ])('tells nobody: %p', (name) => {
    expect(isGenericName(name)).toBe(true);
  });

  it.each(['Ada Sample', 'Guesto Miller', 'A. Sample', 'Li', 'Testa Rossi', 'Stadt Stuttgart'])(
    'tells somebody: %p',
    (name) => {
      expect(isGenericName(name)).toBe(false);
    },
  );
});
