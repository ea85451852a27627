import { Component, computed, inject, input } from '@angular/core';
import {
  TIME_OF_DAY_BEGINS,
  TIMES_OF_DAY,
  type ProgrammeTime,
  type SeriesPage,
  type SeriesPageQuestion,
  type TimeOfDay,
} from '@reihe/shared-contracts';
import { Formats, ReaderClock, sessionKindWords, zonePlace } from '@reihe/web-platform';
import { programmeTimeWords, timeOfDayWords } from './programme-words';

type ListKey = 'time' | 'region' | 'category' | 'language' | 'kind';
type Change = { [K in keyof SeriesPageQuestion]?: SeriesPageQuestion[K] | undefined };

interface Choice {
  value: string;
  label: string;
  /** null where it would be counted in another zone than the one that is offered. */
  count: number | null;
  isChosen: boolean;
}

interface ChoiceGroup {
  key: ListKey;
  label: string;
  choices: Choice[];
}

interface Shown {
  /** Of the filter that it is a value of. */
  group: string;
  words: string;
  /** What the link that takes it away says; its address. */
  label: string;
  address: string;
}

/** What the programme is narrowed by, in words and as a form. Whole without a script: to be shown in a quiet part. */
@Component({
  selector: 'reihe-programme-finder',
  templateUrl: './programme-finder.html',
  styleUrl: './programme-finder.css',
})
export class ProgrammeFinder {
  readonly page = input.required<SeriesPage>();
  readonly question = input.required<SeriesPageQuestion>();
  /** Of this page, asked something else. */
  readonly addressOf = input.required<(question: object) => string>();

  private readonly formats = inject(Formats);
  private readonly clock = inject(ReaderClock);

  protected readonly labels = {
    search: $localize`:@@programme.filter.search:Search`,
    when: $localize`:@@programme.filter.when:When`,
    from: $localize`:@@programme.filter.from:From`,
    to: $localize`:@@programme.filter.to:Until`,
    region: $localize`:@@programme.filter.region:Region`,
    category: $localize`:@@programme.filter.category:Topic`,
    language: $localize`:@@programme.filter.language:Language`,
    kind: $localize`:@@programme.filter.kind:Kind`,
    time: $localize`:@@programme.filter.time:Time of day`,
  };
  protected readonly viewLabel = $localize`:@@programme.view.label:View of the programme`;
  protected readonly removeLabel = $localize`:@@programme.filter.shown:Filters in use`;

  protected readonly action = computed(() => this.addressOf()({}));
  protected readonly hostZone = computed(() => this.page().series.timeZone);
  /** The zone that days and times of day are meant in, once they are asked for. */
  protected readonly zone = computed(() => {
    const { zone, time, from, to } = this.question();
    if (zone) return zone;
    return time || from || to ? this.hostZone() : (this.clock.timeZone() ?? this.hostZone());
  });
  protected readonly zones = computed(() => {
    const own = this.clock.timeZone();
    return [...new Set([own ?? this.hostZone(), this.hostZone(), this.zone()])].map((value) => ({
      value,
      label: this.zoneWords(value),
    }));
  });

  /** A key with nothing to choose between is left out, unless it is in use. */
  protected readonly groups = computed((): ChoiceGroup[] => {
    const { regions, categories, languages, kinds, times } = this.page().filters;
    const isCounted = this.zone() === this.page().window.zone;
    const countOf = (time: TimeOfDay) => times.find(({ value }) => value === time)?.count ?? 0;
    const term = ({ slug, name, count }: { slug: string; name: string; count: number }) => ({
      value: slug,
      label: name,
      count,
    });
    return [
      this.group('region', regions.map(term)),
      this.group('category', categories.map(term)),
      this.group(
        'language',
        languages.map(({ value, count }) => ({ value, label: this.formats.languageName(value), count })),
      ),
      this.group(
        'kind',
        kinds.map(({ value, count }) => ({ value, label: sessionKindWords(value), count })),
      ),
      this.group(
        'time',
        TIMES_OF_DAY.map((time) => ({
          value: time,
          label: `${timeOfDayWords(time)} (${hoursOf(time)})`,
          count: isCounted ? countOf(time) : null,
        })),
      ),
    ].filter(({ choices }) => choices.length > 1 || choices.some(({ isChosen }) => isChosen));
  });

  protected readonly times = computed(() => {
    const { when } = this.page().filters;
    return when.map(({ value, count }) => ({
      value,
      label: `${programmeTimeWords(value)} (${this.formats.number(count)})`,
      isChosen: this.question().when === value,
    }));
  });

  /** What is in use, each with the way to do without. */
  protected readonly shown = computed((): Shown[] => {
    const question = this.question();
    const { regions, categories } = this.page().filters;
    const named = (terms: readonly { slug: string; name: string }[]) => (slug: string) =>
      terms.find((term) => term.slug === slug)?.name ?? slug;
    const place = zonePlace(question.zone ?? this.hostZone());
    const some = <Value extends string>(
      key: ListKey,
      values: readonly Value[] | undefined,
      words: (value: Value) => string,
    ) =>
      (values ?? []).map((value) =>
        this.without(this.labels[key], words(value), {
          [key]: (question[key] as string[]).filter((other) => other !== value),
        }),
      );
    const one = (group: string, key: 'q' | 'when' | 'from' | 'to', words: (value: string) => string) => {
      const value = question[key];
      return value ? [this.without(group, words(value), { [key]: undefined })] : [];
    };
    const day = (date: string) => this.formats.plainDay(date);
    const { search, when, from, to } = this.labels;
    return [
      ...one(search, 'q', (words) => `“${words}”`),
      ...one(when, 'when', (time) => programmeTimeWords(time as ProgrammeTime)),
      ...one(from, 'from', day),
      ...one(to, 'to', day),
      ...some('region', question.region, named(regions)),
      ...some('category', question.category, named(categories)),
      ...some('language', question.language, (tag) => this.formats.languageName(tag)),
      ...some('kind', question.kind, sessionKindWords),
      ...some('time', question.time, (time) => `${timeOfDayWords(time)} (${place})`),
    ];
  });

  /** "Region: Asia and Africa; language: German", so that the whole is understood before its parts. */
  protected readonly summary = computed(() => {
    const wordsOf = new Map<string, string[]>();
    for (const { group, words } of this.shown()) wordsOf.set(group, [...(wordsOf.get(group) ?? []), words]);
    return [...wordsOf].map(([group, words]) => `${group}: ${this.formats.list(words)}`).join('; ');
  });

  protected readonly views = computed(() => {
    const { view, month, start, ...filter } = this.question();
    void [month, start];
    return [
      {
        label: $localize`:@@programme.view.list:List`,
        address: this.addressOf()(filter),
        isShown: view !== 'month',
      },
      {
        label: $localize`:@@programme.view.month:Month`,
        address: this.addressOf()({ ...filter, view: 'month' }),
        isShown: view === 'month',
      },
    ];
  });
  protected readonly everything = computed(() => {
    const { view } = this.question();
    return this.addressOf()(view ? { view } : {});
  });

  /** A zone means nothing without a day or a time of day, and then has no place in the address. */
  protected forgetZone({ formData }: FormDataEvent): void {
    if (!['from', 'to', 'time'].some((key) => formData.getAll(key).some(Boolean))) formData.delete('zone');
  }

  private group(key: ListKey, choices: Omit<Choice, 'isChosen'>[]): ChoiceGroup {
    const chosen: readonly string[] = this.question()[key] ?? [];
    return {
      key,
      label: this.labels[key],
      choices: choices.map((choice) => ({ ...choice, isChosen: chosen.includes(choice.value) })),
    };
  }

  private without(group: string, words: string, change: Change): Shown {
    const { month, start, ...question } = this.question();
    void [month, start];
    return {
      group,
      words,
      label: $localize`:@@programme.filter.remove:Without ${group}:group:: ${words}:words:`,
      address: this.addressOf()({ ...question, ...change }),
    };
  }

  private zoneWords(zone: string): string {
    const place = zonePlace(zone);
    if (zone === this.clock.timeZone()) return $localize`:@@programme.zone.yours:Your time (${place}:place:)`;
    return zone === this.hostZone()
      ? $localize`:@@programme.zone.host:The host’s time (${place}:place:)`
      : $localize`:@@programme.zone.other:Time in ${place}:place:`;
  }
}

/** "6–12" */
function hoursOf(time: TimeOfDay): string {
  const next = TIMES_OF_DAY[(TIMES_OF_DAY.indexOf(time) + 1) % TIMES_OF_DAY.length] ?? time;
  return `${TIME_OF_DAY_BEGINS[time]}–${TIME_OF_DAY_BEGINS[next]}`;
}
