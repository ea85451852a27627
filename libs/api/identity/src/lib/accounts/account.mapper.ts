import type { StaffAccountRow } from '@reihe/api-persistence';
import type { Account, Me } from '@reihe/shared-contracts';

export function toMe({ id, email, name, roles, language }: StaffAccountRow): Me {
  return { id, email, name, roles, language };
}

export function toAccount(row: StaffAccountRow): Account {
  return {
    ...toMe(row),
    version: row.version,
    isActive: row.isActive,
    createdAt: row.createdAt.toISOString(),
    lastSignInAt: row.lastSignInAt?.toISOString() ?? null,
  };
}
