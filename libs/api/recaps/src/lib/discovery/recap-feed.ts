import { Injectable } from '@nestjs/common';
import { Clock, Config } from '@reihe/api-platform';
import { publicPaths, type Language, type PublicImage } from '@reihe/shared-contracts';
import { Feed } from 'feed';
import { DiscoveryRepository } from './discovery.repository';
import { FEED_WORDS } from './feed-words';

const ENTRIES = 50;

/** The Atom feed of recaps: one per language, the latest first. */
@Injectable()
export class RecapFeed {
  constructor(
    private readonly pages: DiscoveryRepository,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  async atom(language: Language): Promise<string> {
    const rows = await this.pages.feed(language, ENTRIES);
    const words = FEED_WORDS[language];
    const changes = rows.map(({ updatedAt }) => updatedAt.getTime());
    const feed = new Feed({
      id: this.at(publicPaths.recapFeed(language)),
      title: words.title,
      description: words.subtitle,
      link: this.at(publicPaths.recaps(language)),
      feedLinks: { atom: this.at(publicPaths.recapFeed(language)) },
      updated: rows.length > 0 ? new Date(Math.max(...changes)) : this.clock.now(),
      generator: 'Reihe',
    });
    for (const row of rows) {
      const link = this.at(publicPaths.recap(language, row.slug));
      feed.addItem({
        // Not the address: that may change, and a reader would show the recap twice.
        id: `urn:uuid:${row.id}`,
        title: html(row.title),
        link,
        description: html(row.lead),
        content: `${row.image ? this.figure(row.image, words.image) : ''}<p>${html(row.lead)}</p><p><a href="${html(link)}">${html(row.title)}</a></p>`,
        author: [{ name: printable(row.byline) }],
        category: row.categories.map((name) => ({ name: printable(name), term: printable(name) })),
        published: new Date(`${row.publishedOn}T00:00:00Z`),
        date: row.updatedAt,
      });
    }
    // The library has no place for it, and readers hyphenate and read aloud by it.
    return feed.atom1().replace('<feed ', `<feed xml:lang="${language}" `);
  }

  /** An image never leaves without its credit. */
  private figure({ template, widths, alt, credit, licence }: PublicImage, label: string): string {
    const width = widths.find((candidate) => candidate >= 960) ?? widths.at(-1);
    if (width === undefined) return '';
    const source = template.replace('{width}', String(width)).replace('{format}', 'jpeg');
    const line = [credit, licence].filter((part) => part !== '').join(', ');
    return `<figure><img src="${html(this.at(source))}" alt="${html(alt)}"><figcaption>${html(`${label}: ${line}`)}</figcaption></figure>`;
  }

  private at(path: string): string {
    return `${this.config.baseUrl}${path}`;
  }
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function html(text: string): string {
  return printable(text).replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character);
}

/** XML cannot hold control characters, not even escaped. */
function printable(text: string): string {
  return text.replace(/[^\P{Cc}\t\n\r]/gu, '');
}
