import { Injectable } from '@nestjs/common';
import { calendarUid } from '@reihe/api-mail';
import {
  Clock,
  fallbackOrder,
  pageOf,
  PlaceFinder,
  seriesNotFound,
  sessionNotFound,
} from '@reihe/api-platform';
import type {
  HomePage,
  Language,
  Page,
  SeriesPageQuestion,
  SeriesPage,
  SessionPage,
  SessionTeaser,
} from '@reihe/shared-contracts';
import type { ProgrammeQuery } from './programme.query';
import { homePageOf, seriesPageOf, sessionPageOf, teaserOf } from './public-programme.mapper';
import { PublicProgrammeRepository } from './public-programme.repository';

/** Drafts, and sessions of draft series, do not exist for readers: they are not found, like anything that never was. */
@Injectable()
export class PublicProgramme {
  constructor(
    private readonly programme: PublicProgrammeRepository,
    private readonly clock: Clock,
    private readonly places: PlaceFinder,
  ) {}

  async home(language: Language): Promise<HomePage> {
    const now = this.clock.now();
    return homePageOf(await this.programme.home(fallbackOrder(language), now), now, this.places);
  }

  async series(slug: string, asked: SeriesPageQuestion, language: Language): Promise<SeriesPage> {
    const now = this.clock.now();
    const row = await this.programme.series(slug, asked, fallbackOrder(language), now);
    if (!row) throw seriesNotFound();
    return seriesPageOf(row, now);
  }

  async session(slug: string, language: Language): Promise<SessionPage> {
    const row = await this.programme.session(slug, fallbackOrder(language));
    if (!row) throw sessionNotFound();
    return sessionPageOf(row.page, calendarUid(row.id), this.clock.now());
  }

  async sessions(query: ProgrammeQuery, language: Language): Promise<Page<SessionTeaser>> {
    const now = this.clock.now();
    const { items, total } = await this.programme.programme(query, fallbackOrder(language), now);
    return pageOf(
      items.map((row) => teaserOf(row, now)),
      total,
      query,
    );
  }
}
