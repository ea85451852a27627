import { Injectable } from '@nestjs/common';
import { Config, DomainError } from '@reihe/api-platform';
import {
  type FeedFormat,
  type FeedOf,
  type Language,
  publicPaths,
  recapFeedPath,
} from '@reihe/shared-contracts';
import { figure, html, pictureOf, printable } from './feed-text';
import { FEED_WORDS } from './feed-words';
import { type FeedRow, FeedsRepository } from './feeds.repository';
import { type RecapEntry, type RecapsFeed, WRITERS } from './write-feed';

const ENTRIES = 50;
/** An empty feed has not changed since. */
const NEVER = new Date(0);

export interface FeedAnswer {
  text: string;
  changedAt: Date;
}

/** Feeds of recaps, the latest first: lead and picture with its credit (why not more: ADR 25), in the language it is asked in. */
@Injectable()
export class RecapFeeds {
  constructor(
    private readonly feeds: FeedsRepository,
    private readonly config: Config,
  ) {}

  async read(language: Language, format: FeedFormat, of: FeedOf | null): Promise<FeedAnswer> {
    const name = of && (await this.feeds.nameOf(of, language));
    if (of && name === null) throw new DomainError('request.not-found', 404);
    const rows = await this.feeds.recaps(language, ENTRIES, of);
    const changedAt = rows.reduce(
      (latest, { updatedAt }) => (updatedAt > latest ? updatedAt : latest),
      NEVER,
    );
    const words = FEED_WORDS[language];
    const feed: RecapsFeed = {
      language,
      title: printable(name ? words.titleOf(name) : words.title),
      description: words.subtitle,
      home: this.at(homeOf(language, of)),
      address: this.at(recapFeedPath(language, format, of)),
      updatedAt: changedAt,
      entries: rows.map((row) => this.entryOf(row, language)),
    };
    return { text: WRITERS[format](feed), changedAt };
  }

  private entryOf({ image, ...row }: FeedRow, language: Language): RecapEntry {
    const link = this.at(publicPaths.recap(language, row.slug));
    const path = image && pictureOf(image);
    const picture = path && this.at(path);
    const shown = image && picture ? figure(picture, image, FEED_WORDS[language].image) : '';
    const lead = row.lead && `<p>${html(row.lead)}</p>`;
    return {
      // Not the address: that may change, and a reader would show the recap twice.
      id: `urn:uuid:${row.id}`,
      link,
      title: printable(row.title),
      lead: printable(row.lead),
      content: `${shown}${lead}<p><a href="${html(link)}">${html(row.title)}</a></p>`,
      picture,
      byline: printable(row.byline),
      categories: row.categories.map(printable),
      publishedAt: new Date(`${row.publishedOn}T00:00:00Z`),
      updatedAt: row.updatedAt,
    };
  }

  private at(path: string): string {
    return `${this.config.baseUrl}${path}`;
  }
}

function homeOf(language: Language, of: FeedOf | null): string {
  if (of?.kind === 'series') return publicPaths.series(language, of.slug);
  return publicPaths.recaps(language) + (of ? `?category=${of.slug}` : '');
}
