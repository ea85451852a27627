import { Injectable } from '@nestjs/common';
import { Clock, Config, fallbackOrder, PlaceFinder, seriesNotFound } from '@reihe/api-platform';
import type { Language } from '@reihe/shared-contracts';
import type { PublicFigures } from '@reihe/shared-figures';
import { breakdownOf } from '../counting/breakdown-of';
import { isDue } from '../counting/is-due';
import { publicFiguresOf } from './public-figures.mapper';
import { PublicFiguresRepository } from './public-figures.repository';
import type { PublicFiguresRow, SeriesOfFigures } from './public-figures.rows';

/** Figures as everybody may read them: of a series, of all together, and of each of them. */
@Injectable()
export class PublicFiguresService {
  /** By series: who comes while it is counted waits for the same count. */
  private readonly counting = new Map<string, Promise<void>>();

  constructor(
    private readonly figures: PublicFiguresRepository,
    private readonly clock: Clock,
    private readonly places: PlaceFinder,
    private readonly config: Config,
  ) {}

  /** @throws series.not-found, also for a draft */
  async ofSeries(slug: string, language: Language): Promise<PublicFigures> {
    const row = await this.read(slug, language);
    if (row.series.length === 0) throw seriesNotFound();
    return this.shown(row);
  }

  async ofAll(language: Language): Promise<PublicFigures> {
    return this.shown(await this.read(null, language));
  }

  async ofAllAndEach(language: Language): Promise<{ all: PublicFigures; each: PublicFigures[] }> {
    const row = await this.read(null, language);
    const each = row.series.map((series) => this.shown({ ...row, series: [series], totals: null }));
    return { all: this.shown(row), each };
  }

  private shown(row: PublicFiguresRow): PublicFigures {
    return publicFiguresOf(row, { config: this.config, places: this.places });
  }

  /** Counts what is due first: the reader who comes first after a day waits for it. */
  private async read(slug: string | null, language: Language): Promise<PublicFiguresRow> {
    const languages = fallbackOrder(language);
    const row = await this.figures.read(slug, languages);
    const now = this.clock.now();
    const due = row.series.filter(({ stored, figures }) => isDue(stored, figures, now));
    if (due.length === 0) return row;
    for (const series of due) await this.countOnce(series, now);
    return this.figures.read(slug, languages);
  }

  private countOnce(series: SeriesOfFigures, now: Date): Promise<void> {
    const begun = this.counting.get(series.id);
    if (begun) return begun;
    const counted = this.count(series, now).finally(() => this.counting.delete(series.id));
    this.counting.set(series.id, counted);
    return counted;
  }

  private async count({ id, stored }: SeriesOfFigures, now: Date): Promise<void> {
    const people = await this.figures.count(id);
    const { participants, participations, attended } = people;
    const isKnownCity = (city: string, country: string) => this.places.locate(city, country) !== null;
    await this.figures.keep(id, stored?.countedAt ?? null, {
      countedAt: now.toISOString(),
      participants,
      participations,
      attended,
      ...breakdownOf(people, new Set(stored?.hidden), isKnownCity),
    });
  }
}
