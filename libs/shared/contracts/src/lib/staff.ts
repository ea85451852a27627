import type { RulesFor } from './fields';
import { ADMIN_LANGUAGES, type AdminLanguage } from './languages';

export const ROLES = ['administrator', 'organiser', 'editor'] as const;
export type Role = (typeof ROLES)[number];

/** What a staff account may be allowed to do; who may is one table in shared/policies. */
export const PERMISSIONS = [
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
] as const;
export type Permission = (typeof PERMISSIONS)[number];

export interface SignIn {
  email: string;
  password: string;
}

/** The signed-in staff member. */
export interface Me {
  id: string;
  email: string;
  name: string;
  roles: Role[];
  language: AdminLanguage;
}

export interface Account extends Me {
  version: number;
  isActive: boolean;
  createdAt: string;
  lastSignInAt: string | null;
}

export interface CreateAccount {
  email: string;
  name: string;
  password: string;
  roles: Role[];
  language: AdminLanguage;
}

export interface SaveAccount {
  version: number;
  name: string;
  roles: Role[];
  language: AdminLanguage;
  isActive: boolean;
  /** Only to set a new one. */
  password?: string;
}

export const signInRules = {
  email: { kind: 'text', format: 'email', maxLength: 254 },
  password: { kind: 'text', minLength: 1, maxLength: 200 },
} as const satisfies RulesFor<SignIn>;

export const createAccountRules = {
  email: { kind: 'text', format: 'email', maxLength: 254 },
  name: { kind: 'text', minLength: 1, maxLength: 120 },
  password: { kind: 'text', minLength: 12, maxLength: 200 },
  roles: { kind: 'list', minLength: 1, maxLength: 3, values: ROLES },
  language: { kind: 'text', values: ADMIN_LANGUAGES },
} as const satisfies RulesFor<CreateAccount>;

export const saveAccountRules = {
  version: { kind: 'number', min: 0 },
  name: createAccountRules.name,
  roles: createAccountRules.roles,
  language: createAccountRules.language,
  isActive: { kind: 'boolean' },
  password: { ...createAccountRules.password, optional: true },
} as const satisfies RulesFor<SaveAccount>;
