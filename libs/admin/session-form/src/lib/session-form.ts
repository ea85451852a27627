import { applyEach, applyWhen, disabled, validate, type SchemaPathTree } from '@angular/forms/signals';
import {
  agendaTextRules,
  DEFAULT_LANGUAGE,
  LANGUAGES,
  NO_MEETING,
  saveAgendaItemRules,
  saveSessionRules,
  sessionTextRules,
  type AgendaText,
  type ContributionText,
  type Language,
  type SaveAgendaItem,
  type SaveContribution,
  type SaveSession,
  type SessionText,
} from '@reihe/shared-contracts';
import type { SessionContent } from '@reihe/shared-planning';
import { applyRules, inEveryLanguage, isBlank, type InEveryLanguage, written } from '@reihe/admin-ui';
import { meetingForm, meetingSchema, saveMeeting, type MeetingForm } from './meeting-form';
import { instantOf, localOf, minutesBetween } from './zone-clock';

export type ContributionForm = Omit<SaveContribution, 'id' | 'translations' | 'country' | 'speakerId'> & {
  /** Empty: not saved yet. */
  id: string;
  /** Empty: nobody is named. */
  speakerId: string;
  /** Empty: none. */
  country: string;
  translations: InEveryLanguage<ContributionText>;
};

export type AgendaItemForm = Omit<SaveAgendaItem, 'id' | 'translations' | 'contributions'> & {
  /** Empty: not saved yet. */
  id: string;
  translations: InEveryLanguage<AgendaText>;
  contributions: ContributionForm[];
};

/** A session as typed. The registration window is wall clock in the session's zone; empty is none. */
export type SessionForm = Omit<
  SaveSession,
  | 'version'
  | 'clockChoice'
  | 'announcement'
  | 'isQuiet'
  | 'translations'
  | 'agenda'
  | 'contributions'
  | 'registrationOpensAt'
  | 'registrationClosesAt'
  | 'meeting'
> & {
  meeting: MeetingForm;
  registrationOpensAt: string;
  registrationClosesAt: string;
  translations: InEveryLanguage<SessionText>;
  agenda: AgendaItemForm[];
  contributions: ContributionForm[];
};

const NO_TEXT: SessionText = { title: '', abstract: '' };
const NO_AGENDA_TEXT: AgendaText = { title: '', description: '' };
const NO_CONTRIBUTION_TEXT: ContributionText = { position: '', organisation: '', topic: '' };

export function emptySession(seriesId: string, timeZone: string): SessionForm {
  return {
    seriesId,
    slug: '',
    kind: 'exchange',
    startsLocal: '',
    endsLocal: '',
    timeZone,
    languages: [DEFAULT_LANGUAGE],
    interpretation: [],
    regionIds: [],
    categoryIds: [],
    capacity: null,
    registrationOpensAt: '',
    registrationClosesAt: '',
    meeting: meetingForm(NO_MEETING),
    translations: inEveryLanguage({}, NO_TEXT),
    agenda: [],
    contributions: [],
  };
}

export function emptyAgendaItem(startsAfter: number): AgendaItemForm {
  return {
    id: '',
    kind: 'talk',
    startsAfter,
    durationMinutes: 20,
    translations: inEveryLanguage({}, NO_AGENDA_TEXT),
    contributions: [],
  };
}

export function emptyContribution(): ContributionForm {
  return {
    id: '',
    speakerId: '',
    role: 'speaker',
    city: '',
    country: '',
    translations: inEveryLanguage({}, NO_CONTRIBUTION_TEXT),
  };
}

export function sessionForm(session: SessionContent): SessionForm {
  return {
    seriesId: session.seriesId,
    slug: session.slug,
    kind: session.kind,
    startsLocal: session.startsLocal,
    endsLocal: session.endsLocal,
    timeZone: session.timeZone,
    languages: session.languages,
    interpretation: session.interpretation,
    regionIds: session.regionIds,
    categoryIds: session.categoryIds,
    capacity: session.capacity,
    registrationOpensAt: localOf(session.registrationOpensAt, session.timeZone),
    registrationClosesAt: localOf(session.registrationClosesAt, session.timeZone),
    meeting: meetingForm(session.meeting),
    translations: inEveryLanguage(session.translations, NO_TEXT),
    agenda: session.agenda.map(agendaItemForm),
    contributions: session.contributions.map(contributionForm),
  };
}

function agendaItemForm(item: SaveAgendaItem): AgendaItemForm {
  const { kind, startsAfter, durationMinutes } = item;
  return {
    id: item.id ?? '',
    kind,
    startsAfter,
    durationMinutes,
    translations: inEveryLanguage(item.translations, NO_AGENDA_TEXT),
    contributions: item.contributions.map(contributionForm),
  };
}

function contributionForm(contribution: SaveContribution): ContributionForm {
  return {
    id: contribution.id ?? '',
    speakerId: contribution.speakerId ?? '',
    role: contribution.role,
    city: contribution.city,
    country: contribution.country ?? '',
    translations: inEveryLanguage(contribution.translations, NO_CONTRIBUTION_TEXT),
  };
}

export function saveSession(
  form: SessionForm,
  version: number,
  clockChoice?: 'earlier' | 'later',
): SaveSession {
  return {
    ...form,
    version,
    ...(clockChoice && { clockChoice }),
    registrationOpensAt: instantOf(form.registrationOpensAt, form.timeZone),
    registrationClosesAt: instantOf(form.registrationClosesAt, form.timeZone),
    meeting: saveMeeting(form.meeting),
    translations: written(form.translations),
    agenda: form.agenda.map(({ id, ...item }) => ({
      ...(id && { id }),
      ...item,
      translations: written(item.translations),
      contributions: item.contributions.map(saveContribution),
    })),
    contributions: form.contributions.map(saveContribution),
  };
}

function saveContribution({ id, ...form }: ContributionForm): SaveContribution {
  return {
    ...(id && { id }),
    ...form,
    speakerId: form.speakerId || null,
    country: form.country || null,
    translations: written(form.translations),
  };
}

/** The contract's rules, with texts required in the series' default language and in every language that is begun. */
export function sessionSchema(
  path: SchemaPathTree<SessionForm>,
  defaultLanguage: () => Language,
  mayWrite: () => boolean,
): void {
  disabled(path, () => !mayWrite());
  const { seriesId, slug, kind, startsLocal, endsLocal, timeZone, languages, capacity } = saveSessionRules;
  applyRules<SessionForm>(path, {
    seriesId,
    slug,
    kind,
    startsLocal,
    endsLocal,
    timeZone,
    languages,
    capacity,
  });
  validate(path.endsLocal, (end) => {
    const length = minutesBetween(end.valueOf(path.startsLocal), end.value());
    return length !== null && length <= 0 ? { kind: 'end-before-start' } : null;
  });
  validate(path.registrationClosesAt, (end) => {
    const length = minutesBetween(end.valueOf(path.registrationOpensAt), end.value());
    return length !== null && length <= 0 ? { kind: 'end-before-start' } : null;
  });
  meetingSchema(path.meeting);
  for (const language of LANGUAGES) {
    applyWhen(
      path.translations[language],
      ({ value }) => language === defaultLanguage() || !isBlank(value()),
      (text) => {
        applyRules(text, sessionTextRules);
      },
    );
  }
  applyEach(path.agenda, (item) => {
    const { startsAfter, durationMinutes } = saveAgendaItemRules;
    applyRules<AgendaItemForm>(item, { startsAfter, durationMinutes });
    for (const language of LANGUAGES) {
      applyWhen(
        item.translations[language],
        ({ value }) => language === defaultLanguage() || !isBlank(value()),
        (text) => {
          applyRules(text, agendaTextRules);
        },
      );
    }
  });
}

/** Hands somebody's part over to another part of the agenda, or to the whole session (null), as the last there. */
export function moveContribution(
  form: SessionForm,
  from: { part: number | null; index: number },
  to: number | null,
): SessionForm {
  const owned = from.part === null ? form.contributions : (form.agenda[from.part]?.contributions ?? []);
  const moved = owned[from.index];
  if (!moved || from.part === to || (to !== null && !form.agenda[to])) return form;
  const changed = (part: number | null, contributions: ContributionForm[]) => {
    const left = part === from.part ? contributions.filter((one) => one !== moved) : contributions;
    return part === to ? [...left, moved] : left;
  };
  return {
    ...form,
    contributions: changed(null, form.contributions),
    agenda: form.agenda.map((item, part) => ({ ...item, contributions: changed(part, item.contributions) })),
  };
}

export interface PartOfAgenda {
  index: number;
  name: string;
}

/** The parts of an agenda by their titles, for choosing one. */
export function agendaParts(agenda: readonly AgendaItemForm[]): PartOfAgenda[] {
  return agenda.map(({ translations }, index) => {
    const text = Object.values(translations).find(({ title }) => title !== '');
    const name = text?.title ?? $localize`:@@programme.agenda.numbered:Part ${index + 1}:number:`;
    return { index, name };
  });
}
