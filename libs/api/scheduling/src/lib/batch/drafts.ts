import { randomUUID } from 'node:crypto';
import type { SessionRow } from '@reihe/api-persistence';
import type { Language, SessionKind } from '@reihe/shared-contracts';
import type { SessionModel } from '@reihe/shared-planning';
import { wallClockOf } from '@reihe/shared-policies';

/** A session that does not exist yet; what it takes over from a model is not in it. */
export interface Draft {
  id: string;
  seriesId: string;
  slug: string;
  kind: SessionKind;
  startsAt: Date;
  endsAt: Date;
  startsLocal: string;
  endsLocal: string;
  timeZone: string;
  languages: string[];
  interpretation: string[];
  regionIds: string[];
  categoryIds: string[];
  capacity: number | null;
  registrationOpensAt: Date | null;
  registrationClosesAt: Date | null;
  texts: { language: Language; title: string; abstract: string }[];
}

/** What all drafts made in one go have in common. */
export type DraftFacts = Pick<
  Draft,
  'seriesId' | 'kind' | 'timeZone' | 'languages' | 'interpretation' | 'regionIds' | 'categoryIds' | 'capacity'
>;

/** The session that others are made after. */
export interface ModelSession extends DraftFacts {
  startsAt: string;
  endsAt: string;
  slug: string;
  registrationOpensAt: string | null;
  registrationClosesAt: string | null;
  texts: Draft['texts'];
}

export interface DraftTime {
  local: string;
  instant: Date;
}

export function draftOf(
  facts: DraftFacts,
  { local, instant }: DraftTime,
  minutes: number,
  slug: string,
  texts: Draft['texts'],
  model: ModelSession | null,
): Draft {
  const endsAt = new Date(instant.getTime() + minutes * 60_000);
  // As far before its session as the model's window is before the model.
  const moved = (moment: string | null | undefined) =>
    model && moment ? new Date(Date.parse(moment) + instant.getTime() - Date.parse(model.startsAt)) : null;
  return {
    ...facts,
    id: randomUUID(),
    slug,
    startsAt: instant,
    endsAt,
    startsLocal: local,
    endsLocal: wallClockOf(endsAt, facts.timeZone),
    registrationOpensAt: moved(model?.registrationOpensAt),
    registrationClosesAt: moved(model?.registrationClosesAt),
    texts,
  };
}

export function draftRow({ texts: _texts, regionIds: _regions, categoryIds: _categories, ...row }: Draft) {
  return row satisfies Partial<SessionRow>;
}

/** What the audit log keeps of how a session came to be. */
export function auditableDraft(
  { id: _id, texts, ...draft }: Draft,
  model: SessionModel | null,
  batchId: string | null,
) {
  const translations = Object.fromEntries(
    texts.map(({ language, title, abstract }) => [language, { title, abstract }]),
  );
  return { ...draft, translations, state: 'draft', ...(model && { model }), ...(batchId && { batchId }) };
}
