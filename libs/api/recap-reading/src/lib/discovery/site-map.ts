import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { Config } from '@reihe/api-platform';
import { DEFAULT_LANGUAGE, LANGUAGES, publicPaths, type Language } from '@reihe/shared-contracts';
import { publicFiguresPaths } from '@reihe/shared-figures';
import { SitemapStream, streamToPromise } from 'sitemap';
import { DiscoveryRepository, type FindablePage } from './discovery.repository';

interface Entry {
  /** Path per language the page is really written in. */
  paths: Partial<Record<Language, string>>;
  changedAt: Date | null;
}

/** Tells search engines what there is, each page with its twins in other languages. */
@Injectable()
export class SiteMap {
  constructor(
    private readonly pages: DiscoveryRepository,
    private readonly config: Config,
  ) {}

  async xml(): Promise<string> {
    const entries = [
      { paths: inEveryLanguage(publicPaths.home), changedAt: null },
      { paths: inEveryLanguage(publicPaths.recaps), changedAt: null },
      { paths: inEveryLanguage(publicFiguresPaths.howWeCount), changedAt: null },
      { paths: inEveryLanguage(publicFiguresPaths.pageOfAll), changedAt: null },
      ...(await this.pages.findable()).flatMap(entriesOf),
    ];
    const stream = new SitemapStream({
      hostname: this.config.baseUrl,
      xmlns: { news: false, video: false, image: false, xhtml: true },
    });
    const written = await streamToPromise(Readable.from(entries.flatMap(itemsOf)).pipe(stream));
    return written.toString();
  }

  /** What only one person has an address for is kept out, as is what is not a page. */
  robots(): string {
    const languages = LANGUAGES.map((language) => publicPaths.register(language));
    const hidden = [
      publicPaths.admin,
      '/api/',
      ...languages.flatMap((path) => [`${path}/confirm/`, `${path}/manage/`]),
    ];
    return [
      'User-agent: *',
      ...hidden.map((path) => `Disallow: ${path}`),
      '',
      `Sitemap: ${this.config.baseUrl}/sitemap.xml`,
      '',
    ].join('\n');
  }
}

function inEveryLanguage(path: (language: Language) => string): Entry['paths'] {
  return Object.fromEntries(LANGUAGES.map((language) => [language, path(language)]));
}

/** A series has a page of its figures, too; when they changed, nobody tells. */
function entriesOf({ kind, addresses, changedAt }: FindablePage): Entry[] {
  const path = { series: publicPaths.series, session: publicPaths.session, recap: publicPaths.recap }[kind];
  const page = { paths: pathsOf(addresses, path), changedAt };
  if (kind !== 'series') return [page];
  return [page, { paths: pathsOf(addresses, publicFiguresPaths.page), changedAt: null }];
}

function pathsOf(
  addresses: FindablePage['addresses'],
  path: (language: Language, slug: string) => string,
): Entry['paths'] {
  const paths: Entry['paths'] = {};
  for (const language of LANGUAGES) {
    const slug = addresses[language];
    if (slug !== undefined) paths[language] = path(language, slug);
  }
  return paths;
}

/** One item per language; each names all of them, itself too, and where readers of any other language go. */
function itemsOf({ paths, changedAt }: Entry) {
  const written = LANGUAGES.flatMap((lang) => {
    const url = paths[lang];
    return url === undefined ? [] : [{ lang: lang, url }];
  });
  const elsewhere = paths[DEFAULT_LANGUAGE] ?? written[0]?.url;
  if (elsewhere === undefined) return [];
  const links = [...written, { lang: 'x-default', url: elsewhere }];
  return written.map(({ url }) => ({
    url,
    links,
    ...(changedAt && { lastmod: changedAt.toISOString() }),
  }));
}
