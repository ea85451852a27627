import { inject, Service } from '@angular/core';
import { isLanguage, type DialIn, type MeetingProvider } from '@reihe/shared-contracts';
import { ORDER, valueAt, type DocumentPath } from '@reihe/shared-policies';
import { emptyWords, type DescribeField, type FieldWords } from '@reihe/admin-editing';
import { inLanguage } from '@reihe/admin-ui';
import { Formats, LANGUAGE, meetingProviderWords, sessionKindWords } from '@reihe/web-platform';
import type { MeetingForm } from './meeting-form';
import { agendaKindWords, roleWords } from './session-words';
import type { AgendaItemForm, ContributionForm, SessionForm } from './session-form';

/** Fields that are one decision: half of one time and half of another is what nobody meant. */
export const WHEN_IS_ONE = [
  ['startsLocal', 'endsLocal', 'timeZone'],
  ['timeZone', 'registrationOpensAt', 'registrationClosesAt'],
  ['meeting.provider', 'meeting.url', 'meeting.meetingId', 'meeting.passcode', 'meeting.dialIn'],
];

/** Of what is referred to by id, e.g. speakers; what is not in it was removed. */
export type Names = ReadonlyMap<string, string>;

/** What the fields of a session are called, and their values in words: names instead of ids. */
@Service()
export class SessionFieldWords {
  private readonly formats = inject(Formats);
  private readonly language = inject(LANGUAGE);

  /** @param forms all that values will come from */
  describe(forms: readonly SessionForm[], names: Names): DescribeField {
    return (path) => this.field(path, forms, names);
  }

  private field(path: DocumentPath, forms: readonly SessionForm[], names: Names): FieldWords {
    const [top, id, ...rest] = path;
    if (top === 'agenda' && id !== undefined) return this.agendaField(id, rest, forms, names);
    if (top === 'contributions' && id !== undefined)
      return this.contributionField(
        $localize`:@@programme.session.people:People of the whole session`,
        ['contributions', id],
        rest,
        forms,
        names,
      );
    return this.sessionField(path, names);
  }

  private sessionField(path: DocumentPath, names: Names): FieldWords {
    const text = this.textField(path);
    if (text) return text;
    const ids = (value: unknown) => this.list(value as string[], (id) => names.get(id) ?? removedWords());
    const tags = (value: unknown) => this.list(value as string[], (tag) => this.formats.languageName(tag));
    switch (path.join('.')) {
      case 'seriesId':
        return choice($localize`:@@programme.session.series:Series`, (value) => ids(value ? [value] : []));
      case 'slug':
        return line($localize`:@@programme.session.slug:Address`);
      case 'kind':
        return choice($localize`:@@programme.session.kind:Kind`, (value) =>
          sessionKindWords(value as SessionForm['kind']),
        );
      case 'startsLocal':
        return choice($localize`:@@programme.when.starts:Starts`, (value) => this.clock(value));
      case 'endsLocal':
        return choice($localize`:@@programme.when.ends:Ends`, (value) => this.clock(value));
      case 'timeZone':
        return choice($localize`:@@programme.when.zone:Time zone`, plain);
      case 'languages':
        return choice($localize`:@@programme.session.languages:Working languages`, tags);
      case 'interpretation':
        return choice($localize`:@@programme.session.interpretation:Interpreted into`, tags);
      case 'regionIds':
        return choice($localize`:@@programme.session.regions:Regions`, ids);
      case 'categoryIds':
        return choice($localize`:@@programme.session.categories:Categories`, ids);
      case 'capacity':
        return choice($localize`:@@programme.terms.capacity:Places`, (value) =>
          value === null ? $localize`:@@programme.history.unlimited:As many as come` : plain(value),
        );
      case 'registrationOpensAt':
        return choice($localize`:@@programme.terms.opens:Registration opens`, (value) => this.clock(value));
      case 'registrationClosesAt':
        return choice($localize`:@@programme.terms.closes:Registration closes`, (value) => this.clock(value));
      default:
        return path[0] === 'meeting' ? meetingField(path[1]) : choice('', plain);
    }
  }

  /** Title and longer texts, per language, of the session or of one of its parts. */
  private textField([translations, language, name]: DocumentPath): FieldWords | null {
    if (translations !== 'translations' || !isLanguage(language)) return null;
    const spoken = this.formats.languageName(language);
    switch (name) {
      case 'title':
        return { ...line(`${$localize`:@@programme.session.title:Title`}, ${spoken}`), language };
      case 'abstract':
        return {
          ...line(`${$localize`:@@programme.session.abstract:Abstract`}, ${spoken}`),
          kind: 'text',
          language,
        };
      case 'description':
        return {
          ...line(`${$localize`:@@programme.agenda.description:Description`}, ${spoken}`),
          kind: 'text',
          language,
        };
      case 'position':
        return { ...line(`${$localize`:@@programme.contribution.position:Position`}, ${spoken}`), language };
      case 'organisation':
        return {
          ...line(`${$localize`:@@programme.contribution.organisation:Organisation`}, ${spoken}`),
          language,
        };
      case 'topic':
        return { ...line(`${$localize`:@@programme.contribution.topic:Topic`}, ${spoken}`), language };
      default:
        return null;
    }
  }

  private agendaField(
    id: string,
    rest: DocumentPath,
    forms: readonly SessionForm[],
    names: Names,
  ): FieldWords {
    const agenda = $localize`:@@programme.session.agenda:Agenda`;
    if (id === ORDER)
      return choice($localize`:@@programme.history.order:Order of the agenda`, (ids) =>
        this.list(ids as string[], (one) => this.nameOfPart(['agenda', one], forms)),
      );
    const [name, contribution, ...further] = rest;
    if (name === undefined)
      return choice(agenda, (item) => this.partWords(item as AgendaItemForm | undefined, names));
    const part = `${agenda}: ${this.nameOfPart(['agenda', id], forms)}`;
    if (name === 'contributions' && contribution !== undefined)
      return this.contributionField(
        part,
        ['agenda', id, 'contributions', contribution],
        further,
        forms,
        names,
      );
    const field = this.partField(rest);
    return { ...field, label: `${part}, ${field.label}` };
  }

  private partField(path: DocumentPath): FieldWords {
    const text = this.textField(path);
    if (text) return text;
    switch (path[0]) {
      case 'kind':
        return choice($localize`:@@programme.agenda.kind:Kind`, (value) =>
          agendaKindWords(value as AgendaItemForm['kind']),
        );
      case 'startsAfter':
        return choice($localize`:@@programme.agenda.starts-after:Minutes after the start`, plain);
      default:
        return choice($localize`:@@programme.agenda.duration:Length in minutes`, plain);
    }
  }

  private contributionField(
    where: string,
    place: DocumentPath,
    rest: DocumentPath,
    forms: readonly SessionForm[],
    names: Names,
  ): FieldWords {
    if (place.at(-1) === ORDER)
      return choice($localize`:@@programme.history.order-of-people:${where}:where:, order`, (ids) =>
        this.list(ids as string[], (one) => this.person(found([...place.slice(0, -1), one], forms), names)),
      );
    if (rest.length === 0)
      return choice(where, (part) => this.person(part as ContributionForm | undefined, names));
    const field = this.textField(rest) ?? this.personField(rest, names);
    return { ...field, label: `${where}: ${this.person(found(place, forms), names)}, ${field.label}` };
  }

  private personField([name]: DocumentPath, names: Names): FieldWords {
    switch (name) {
      case 'role':
        return choice($localize`:@@programme.contribution.role:Role`, (value) =>
          roleWords(value as ContributionForm['role']),
        );
      case 'speakerId':
        return choice($localize`:@@programme.speaker-picker.label:Speaker`, (value) =>
          value ? (names.get(value as string) ?? removedWords()) : emptyWords(),
        );
      case 'city':
        return line($localize`:@@programme.contribution.city:City`);
      default:
        return choice($localize`:@@programme.contribution.country:Country`, (value) =>
          value ? this.formats.countryName(value as string) : emptyWords(),
        );
    }
  }

  /** A whole part of the agenda; what is not there any more is said so. */
  private partWords(item: AgendaItemForm | undefined, names: Names): string {
    if (!item) return removedPartWords();
    const texts = Object.values(item.translations).filter(({ title }) => title !== '');
    const minutes = $localize`:@@programme.history.minutes:${agendaKindWords(item.kind)}:kind:, ${item.durationMinutes}:length: minutes, ${item.startsAfter}:after: after the start`;
    return [
      `${texts.map(({ title }) => title).join(' / ')} (${minutes})`,
      ...texts.map(({ description }) => description),
      ...item.contributions.map((part) => this.person(part, names)),
    ]
      .filter(Boolean)
      .join('\n');
  }

  private person(part: ContributionForm | undefined, names: Names): string {
    if (!part) return removedPartWords();
    const name = part.speakerId ? (names.get(part.speakerId) ?? removedWords()) : '';
    const text = inLanguage(part.translations, this.language);
    const country = part.country ? this.formats.countryName(part.country) : '';
    const details = [name, text?.position, text?.organisation, part.city, country, text?.topic];
    return `${roleWords(part.role)}: ${details.filter(Boolean).join(', ') || emptyWords()}`;
  }

  private nameOfPart(path: DocumentPath, forms: readonly SessionForm[]): string {
    const item = found<AgendaItemForm>(path, forms);
    const texts = item ? [item.translations[this.language], ...Object.values(item.translations)] : [];
    return texts.map(({ title }) => title).find((title) => title !== '') ?? removedPartWords();
  }

  private list(values: readonly string[], say: (value: string) => string): string {
    return values.length > 0 ? this.formats.list(values.map(say)) : emptyWords();
  }

  /** A wall clock without its zone, which stands beside it. */
  private clock(local: unknown): string {
    if (typeof local !== 'string' || !/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(local)) return emptyWords();
    const instant = `${local.slice(0, 16)}:00Z`;
    return `${this.formats.longDay(instant, 'UTC')}, ${this.formats.time(instant, 'UTC')}`;
  }
}

function found<T = ContributionForm>(path: DocumentPath, forms: readonly SessionForm[]): T | undefined {
  return forms.map((form) => valueAt(form, path)).find((value) => value !== undefined) as T | undefined;
}

/** All of it is for staff, as in the editor. */
function meetingField(name: string | undefined): FieldWords {
  switch (name as keyof MeetingForm | undefined) {
    case 'url':
      return line($localize`:@@programme.terms.link:Meeting link`);
    case 'provider':
      return choice($localize`:@@programme.meeting.provider:Provider`, (value) =>
        value
          ? providerWords(value as MeetingProvider)
          : $localize`:@@programme.history.as-link:As the link says`,
      );
    case 'meetingId':
      return line($localize`:@@programme.meeting.id:Meeting number`);
    case 'passcode':
      return line($localize`:@@programme.terms.passcode:Passcode`);
    case 'opensBefore':
      return choice($localize`:@@programme.history.opens:Door opens, minutes before the start`, plain);
    case 'account':
      return line($localize`:@@programme.meeting.account:Meeting account`);
    case 'dialIn':
      return choice($localize`:@@programme.meeting.dial-in:By telephone`, dialInWords);
    case 'hostNotes':
      return { ...line($localize`:@@programme.meeting.notes:Notes for hosts`), kind: 'text' };
    default:
      return choice('', plain);
  }
}

function providerWords(provider: MeetingProvider): string {
  return meetingProviderWords(provider) || $localize`:@@programme.meeting.other:Another provider`;
}

function dialInWords(lines: unknown): string {
  const numbers = ((lines ?? []) as DialIn[]).map(({ label, number, pin }) =>
    [label, number, pin && `${$localize`:@@programme.meeting.dial-in-pin:PIN`} ${pin}`]
      .filter(Boolean)
      .join(', '),
  );
  return numbers.join('\n') || emptyWords();
}

function plain(value: unknown): string {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value !== '' ? value : emptyWords();
}

function line(label: string): FieldWords {
  return { label, say: (value) => (typeof value === 'string' ? value : ''), kind: 'line' };
}

function choice(label: string, say: (value: unknown) => string): FieldWords {
  return { label, say, kind: 'choice' };
}

function removedWords(): string {
  return $localize`:@@programme.history.no-longer:no longer there`;
}

function removedPartWords(): string {
  return $localize`:@@programme.history.not-in-it:Not in it`;
}
