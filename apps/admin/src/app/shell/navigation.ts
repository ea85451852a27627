import type { Permission } from '@reihe/shared-contracts';

export interface Destination {
  path: string;
  label: string;
  /** Nobody without it sees the entry, and its routes refuse them. */
  permission: Permission;
}

export interface DestinationGroup {
  label: string;
  destinations: readonly Destination[];
}

export const NAVIGATION: readonly DestinationGroup[] = [
  {
    label: $localize`:@@shell.nav.programme:Programme`,
    destinations: [
      { path: '/sessions', label: $localize`:@@shell.nav.sessions:Sessions`, permission: 'programme.read' },
      { path: '/series', label: $localize`:@@shell.nav.series:Series`, permission: 'programme.read' },
      { path: '/speakers', label: $localize`:@@shell.nav.speakers:Speakers`, permission: 'programme.read' },
      { path: '/regions', label: $localize`:@@shell.nav.regions:Regions`, permission: 'programme.read' },
      {
        path: '/categories',
        label: $localize`:@@shell.nav.categories:Categories`,
        permission: 'programme.read',
      },
    ],
  },
  {
    label: $localize`:@@shell.nav.looking-back:Looking back`,
    destinations: [
      { path: '/recaps', label: $localize`:@@shell.nav.recaps:Recaps`, permission: 'recaps.read' },
      { path: '/media', label: $localize`:@@shell.nav.media:Pictures`, permission: 'media.read' },
      { path: '/figures', label: $localize`:@@shell.nav.figures:Figures`, permission: 'figures.read' },
    ],
  },
  {
    label: $localize`:@@shell.nav.house:House`,
    destinations: [
      { path: '/outbox', label: $localize`:@@shell.nav.outbox:Outbox`, permission: 'outbox.read' },
      { path: '/accounts', label: $localize`:@@shell.nav.accounts:Accounts`, permission: 'accounts.manage' },
      { path: '/privacy', label: $localize`:@@shell.nav.privacy:Privacy`, permission: 'privacy.manage' },
      { path: '/audit', label: $localize`:@@shell.nav.audit:Audit log`, permission: 'audit.read' },
    ],
  },
];
