import type { Role } from '@reihe/shared-contracts';

export function roleWords(role: Role): string {
  switch (role) {
    case 'administrator':
      return $localize`:@@settings.role.administrator:Administrator`;
    case 'organiser':
      return $localize`:@@settings.role.organiser:Organiser`;
    case 'editor':
      return $localize`:@@settings.role.editor:Editor`;
  }
}
