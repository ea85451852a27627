import { computed, Injectable, signal } from '@angular/core';
import { listAddress, ownTimeZone } from '@reihe/admin-ui';
import { REGISTRATION_LIFE, REGISTRATION_ORIGINS } from '@reihe/shared-contracts';
import { isDay, dayStart } from '@reihe/shared-policies';
import { REGISTRATION_SORTS, type RegistrationFilter } from '@reihe/shared-registration';

const FILTERS = [
  'states',
  'country',
  'language',
  'origin',
  'needs',
  'joined',
  'from',
  'to',
  'question',
  'answer',
] as const;
export type DeskFilterName = (typeof FILTERS)[number];

/** The table is of one session or of a whole series. */
export type DeskScope = Pick<RegistrationFilter, 'session' | 'series'>;

/**
 * Which registrations are shown and in which order, all of it in the URL: what one sees can be linked, reloaded and gone back to.
 * To be provided by the page, whose route it reads.
 */
@Injectable()
export class DeskAddress {
  private readonly list = listAddress(FILTERS);
  private readonly look = listAddress(['sort']);
  /** Set by the page, from its route. */
  readonly scope = signal<DeskScope>({});

  readonly q = this.list.q;
  readonly page = this.list.page;
  readonly hasFilter = this.list.hasFilter;
  readonly sort = computed(() => oneOf(REGISTRATION_SORTS, this.look.filter('sort')) ?? 'registered');
  readonly states = computed(() => {
    const chosen = this.filter('states').split(',');
    return REGISTRATION_LIFE.filter((state) => chosen.includes(state));
  });
  /** How many filters beside search and states are set. */
  readonly furtherFilters = computed(
    () => FILTERS.slice(1).filter((name) => name !== 'answer' && this.filter(name) !== '').length,
  );

  /** As the API takes them, without page and order. */
  readonly query = computed<RegistrationFilter>(() => {
    const [from, to, question, answer] = (['from', 'to', 'question', 'answer'] as const).map((name) =>
      this.filter(name),
    ) as [string, string, string, string];
    return {
      ...this.scope(),
      q: this.q() || undefined,
      states: this.states().length > 0 ? this.states() : undefined,
      country: this.filter('country') || undefined,
      language: this.filter('language') || undefined,
      origin: oneOf(REGISTRATION_ORIGINS, this.filter('origin')),
      needsAccessibility: flagOf(this.filter('needs')),
      hasJoined: flagOf(this.filter('joined')),
      from: isDay(from) ? dayStart(from, ownTimeZone()) : undefined,
      to: isDay(to) ? dayStart(to, ownTimeZone(), 1) : undefined,
      question: question && answer ? question : undefined,
      answer: question && answer ? answer : undefined,
    };
  });

  filter(name: DeskFilterName): string {
    return this.list.filter(name);
  }

  narrow(changes: Partial<Record<DeskFilterName | 'q', string>>): void {
    this.list.narrow(changes);
  }

  clear(): void {
    this.list.clear();
  }

  order(sort: string): void {
    this.look.narrow({ sort: sort === 'registered' ? '' : sort });
  }
}

function oneOf<const T extends string>(values: readonly T[], text: string): T | undefined {
  return values.find((value) => value === text);
}

function flagOf(text: string): boolean | undefined {
  return text === 'yes' ? true : text === 'no' ? false : undefined;
}
