import { DomainError } from '@reihe/api-platform';
import { EDITED, NEW_DRAFT, FORMAT_PATTERNS, type Edited, type Me } from '@reihe/shared-contracts';
import { may, permissionToEdit } from '@reihe/shared-policies';

/** Who may not change a thing is not at its editor either. */
export function refuseUnlessEditor(subject: Edited, staff: Me): void {
  if (!may(staff.roles, permissionToEdit(subject))) throw new DomainError('auth.forbidden', 403);
}

/** From an address: a subject and the key of a draft, or there is nothing. */
export function draftAddress(subject: string, key: string): { subject: Edited; key: string } {
  const known = EDITED.find((one) => one === subject);
  if (!known || !(key === NEW_DRAFT || FORMAT_PATTERNS.uuid.test(key)))
    throw new DomainError('request.not-found', 404);
  return { subject: known, key };
}
