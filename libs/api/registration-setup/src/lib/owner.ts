import { Field } from '@reihe/api-platform';
import type { RegistrationOwner } from '@reihe/shared-contracts';

/** Whose rules, questions or invitations: in the address of every route. */
export class OwnerParams implements RegistrationOwner {
  @Field({ kind: 'text', values: ['series', 'sessions'] }) kind: RegistrationOwner['kind'];
  @Field({ kind: 'text', format: 'uuid' }) id: string;
}

/** Both columns of a row that belongs to one of the two. */
export function ownerColumns({ kind, id }: RegistrationOwner) {
  return kind === 'series' ? { seriesId: id, sessionId: null } : { seriesId: null, sessionId: id };
}

/** The column of the two that is set. Not what somebody typed: safe to stand in a statement. */
export function ownerColumn({ kind }: RegistrationOwner): 'series_id' | 'session_id' {
  return kind === 'series' ? 'series_id' : 'session_id';
}
