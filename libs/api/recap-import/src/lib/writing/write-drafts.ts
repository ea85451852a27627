import { Injectable } from '@nestjs/common';
import { Propagation, Transactional } from '@nestjs-cls/transactional';
import type { RecapImportRow } from '@reihe/api-persistence';
import { AuditTrail, Config, RecapWriter } from '@reihe/api-platform';
import { publicPaths, type Language, type Me } from '@reihe/shared-contracts';
import {
  recapTextRules,
  saveRecapRules,
  type ImportNote,
  type RecapText,
  type SaveRecap,
} from '@reihe/shared-editorial';
import { slugFrom } from '@reihe/shared-policies';
import { ImportsRepository } from '../imports/imports.repository';
import { pathOf, placeOf } from '../reading/article-marks';
import { placesOf, withImportedLinks } from './imported-links';
import { WritingRepository, type ImportableArticle, type WrittenArticle } from './writing.repository';

/** Progress is told after so many. */
const TELL_EVERY = 10;

/** Where a text that is linked to will stand here. */
type NewPlaces = ReadonlyMap<string, string>;

/** From articles to drafts: all of them, or none. */
@Injectable()
export class WriteDrafts {
  constructor(
    private readonly imports: ImportsRepository,
    private readonly writing: WritingRepository,
    private readonly writer: RecapWriter,
    private readonly audit: AuditTrail,
    private readonly config: Config,
  ) {}

  @Transactional()
  async write(row: RecapImportRow, staff: Me): Promise<void> {
    await this.writing.takeTurn();
    const articles = await this.writing.importable(row.id);
    const slugs = await this.slugsOf(articles);
    const places = await this.newPlaces(articles, slugs);
    const known = await this.known(row, articles);
    let written = 0;
    const recaps: string[] = [];
    for (const group of Map.groupBy(articles, ({ groupKey }) => groupKey).values()) {
      const texts = group.map((article) => textOf(article, slugs.get(article.id) ?? '', places));
      const body = bodyOf(row, group, texts, known);
      const recap = await this.writer.create(body, staff);
      await this.writing.keep(
        recap.id,
        recap.version,
        group.map((article, index) => writtenOf(article, texts[index]?.outcome ?? [])),
      );
      recaps.push(recap.id);
      written += group.length;
      if (recaps.length % TELL_EVERY === 0) await this.tell(row.id, written);
    }
    const due = await this.writing.settlePictures(row.id, row.fetchesPictures && this.config.mayFetch);
    await this.audit.record({
      actor: { kind: 'staff', id: staff.id },
      action: 'series.import-recaps',
      subject: 'series',
      subjectId: row.seriesId,
      after: { import: row.id, recaps },
    });
    // Last: until here others may tell how far it is.
    await this.imports.move(row.id, ['writing'], { state: due > 0 ? 'pictures' : 'done', written });
  }

  /** Seen by others at once, while the drafts are not. */
  @Transactional(Propagation.RequiresNew)
  protected async tell(id: string, written: number): Promise<void> {
    await this.imports.tellWritten(id, written);
  }

  /** An address is one recap's, in all its languages. */
  private async slugsOf(articles: readonly ImportableArticle[]): Promise<Map<string, string>> {
    const owners = new Map<string, string>();
    const slugs = new Map<string, string>();
    for (const { id, slug, title, groupKey } of articles) {
      const wished = slug || slugFrom(title) || 'recap';
      let free = await this.writer.freeSlug(wished);
      for (let number = 2; (owners.get(free) ?? groupKey) !== groupKey; number += 1)
        free = await this.writer.freeSlug(`${wished}-${number}`);
      owners.set(free, groupKey);
      slugs.set(id, free);
    }
    return slugs;
  }

  private async newPlaces(
    articles: readonly ImportableArticle[],
    slugs: ReadonlyMap<string, string>,
  ): Promise<NewPlaces> {
    const linked = new Set(articles.flatMap(({ blocks }) => placesOf(blocks)));
    const before = await this.writing.addresses([...linked]);
    return new Map([
      ...before.map(({ place, language, slug }) => [place, publicPaths.recap(language, slug)] as const),
      ...articles
        .filter(({ address }) => address !== '')
        .map(
          ({ id, address, language }) =>
            [placeOf(address), publicPaths.recap(language, slugs.get(id) ?? '')] as const,
        ),
    ]);
  }

  /** What an editor chose may have been deleted since. */
  private async known(
    { seriesId }: RecapImportRow,
    articles: readonly ImportableArticle[],
  ): Promise<KnownIds> {
    const all = (key: 'sessionIds' | 'categoryIds') => [
      ...new Set(articles.flatMap((article) => article[key])),
    ];
    const sessions = await this.writing.sessions(seriesId, all('sessionIds'));
    return {
      regionsOf: new Map(sessions.map(({ id, regionIds }) => [id, regionIds])),
      categories: new Set(await this.writing.categories(all('categoryIds'))),
    };
  }
}

interface KnownIds {
  /** Of every session that is there. */
  regionsOf: ReadonlyMap<string, string[]>;
  categories: ReadonlySet<string>;
}

interface TextOfArticle {
  language: Language;
  text: RecapText;
  outcome: ImportNote[];
}

function textOf(article: ImportableArticle, slug: string, places: NewPlaces): TextOfArticle {
  const { blocks, count } = withImportedLinks(article.blocks, (place) => places.get(place));
  return {
    language: article.language,
    outcome: count > 0 ? [{ code: 'links-imported', count, details: [] }] : [],
    text: {
      title: article.title.slice(0, recapTextRules.title.maxLength),
      slug,
      lead: article.lead,
      body: { type: 'doc', content: blocks },
      seoTitle: '',
      seoDescription: '',
    },
  };
}

function bodyOf(
  { seriesId, keepsDates }: RecapImportRow,
  group: readonly ImportableArticle[],
  texts: readonly TextOfArticle[],
  known: KnownIds,
): SaveRecap {
  const all = (key: 'sessionIds' | 'categoryIds') => [...new Set(group.flatMap((article) => article[key]))];
  const sessionIds = all('sessionIds')
    .filter((id) => known.regionsOf.has(id))
    .slice(0, saveRecapRules.sessionIds.maxLength);
  const regionIds = [...new Set(sessionIds.flatMap((id) => known.regionsOf.get(id) ?? []))];
  const [firstDay = null] = group.flatMap(({ publishedOn }) => publishedOn ?? []).sort();
  return {
    version: 0,
    seriesId,
    sessionIds,
    categoryIds: all('categoryIds')
      .filter((id) => known.categories.has(id))
      .slice(0, saveRecapRules.categoryIds.maxLength),
    regionIds: regionIds.slice(0, saveRecapRules.regionIds.maxLength),
    byline: group.map(({ author }) => author).find((author) => author !== '') ?? '',
    leadMediaId: null,
    gallery: [],
    publishedOn: keepsDates ? firstDay : null,
    translations: Object.fromEntries(texts.map(({ language, text }) => [language, text])),
  };
}

function writtenOf(
  { id, language, address, publishedOn, marks }: ImportableArticle,
  outcome: ImportNote[],
): WrittenArticle {
  return { id, language, address, publishedOn, marks, path: pathOf(address), outcome };
}
