import { invalidFields, timeInDoubt, type KnownTimes } from '@reihe/api-platform';
import type { SaveSession } from '@reihe/shared-contracts';
import { resolveLocalTime } from '@reihe/shared-policies';

type TypedTimes = Pick<SaveSession, 'startsLocal' | 'endsLocal' | 'timeZone' | 'clockChoice'>;

/**
 * The instants of what the organiser typed; refuses to guess around a clock change.
 * @param known the session as stored, or as it was checked: a question that was answered once is not asked again while the answer
 * still stands
 */
export function instantsOf(typed: TypedTimes, known?: KnownTimes): { startsAt: Date; endsAt: Date } {
  const startsAt = instantOf('startsLocal', typed, known);
  const endsAt = instantOf('endsLocal', typed, known);
  if (endsAt <= startsAt) throw invalidFields({ path: 'endsLocal', code: 'end-before-start' });
  return { startsAt, endsAt };
}

function instantOf(field: 'startsLocal' | 'endsLocal', typed: TypedTimes, known?: KnownTimes): Date {
  const time = resolveLocalTime(typed[field], typed.timeZone, typed.clockChoice);
  if (time.kind === 'exact') return time.instant;
  const answered = knownInstant(field, typed, known);
  const stillMeant =
    time.kind === 'ambiguous' && time.instants.find((instant) => instant.getTime() === answered?.getTime());
  if (stillMeant) return stillMeant;
  throw timeInDoubt(field, time);
}

function knownInstant(
  field: 'startsLocal' | 'endsLocal',
  typed: TypedTimes,
  known?: KnownTimes,
): Date | undefined {
  if (known?.[field] !== typed[field] || known.timeZone !== typed.timeZone) return undefined;
  return field === 'startsLocal' ? known.startsAt : known.endsAt;
}
