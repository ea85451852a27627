import { PERMISSIONS, ROLES } from '@reihe/shared-contracts';
import { may } from './permissions';

describe('permissions', () => {
  it('let an administrator do everything', () => {
    expect(PERMISSIONS.filter((permission) => !may(['administrator'], permission))).toEqual([]);
  });

  it('keep accounts, audit, erasure and privacy to administrators', () => {
    for (const permission of [
      'accounts.manage',
      'audit.read',
      'participants.erase',
      'privacy.manage',
    ] as const) {
      expect(ROLES.filter((role) => may([role], permission))).toEqual(['administrator']);
    }
  });

  it('let organisers schedule but not publish recaps, and editors the other way round', () => {
    expect(may(['organiser'], 'programme.write')).toBe(true);
    expect(may(['organiser'], 'recaps.publish')).toBe(false);
    expect(may(['editor'], 'programme.write')).toBe(false);
    expect(may(['editor'], 'recaps.publish')).toBe(true);
  });

  it('hide participants from editors', () => {
    expect(may(['editor'], 'registrations.read')).toBe(false);
  });

  it('add up over several roles, and give nothing to none', () => {
    expect(may(['organiser', 'editor'], 'recaps.publish')).toBe(true);
    expect(PERMISSIONS.some((permission) => may([], permission))).toBe(false);
  });
});
