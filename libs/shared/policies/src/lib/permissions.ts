import type { Edited, Permission, Role } from '@reihe/shared-contracts';

/** The one table: the guard that refuses and the button that is not there both read it. */
const PERMISSIONS_OF: Record<Role, readonly Permission[]> = {
  administrator: [
    'programme.read',
    'programme.write',
    'registrations.read',
    'registrations.write',
    'figures.read',
    'figures.write',
    'recaps.read',
    'recaps.write',
    'recaps.publish',
    'media.read',
    'media.write',
    'outbox.read',
    'accounts.manage',
    'audit.read',
    'participants.erase',
    'privacy.manage',
  ],
  organiser: [
    'programme.read',
    'programme.write',
    'registrations.read',
    'registrations.write',
    'figures.read',
    'figures.write',
    'recaps.read',
    'media.read',
    'outbox.read',
  ],
  editor: [
    'programme.read',
    'figures.read',
    'recaps.read',
    'recaps.write',
    'recaps.publish',
    'media.read',
    'media.write',
  ],
};

export function may(roles: readonly Role[], permission: Permission): boolean {
  return roles.some((role) => PERMISSIONS_OF[role].includes(permission));
}

/** What one must be allowed to do to be at its editor. */
export function permissionToEdit(subject: Edited): Permission {
  return subject === 'recap' ? 'recaps.write' : 'programme.write';
}
