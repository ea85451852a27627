import { Injectable } from '@nestjs/common';
import { Config, invalidFields } from '@reihe/api-platform';
import { FetchFailed, PublicFetcher } from '@reihe/api-recap-sources';
import type { CheckLinks, LinkFinding, LinkState } from '@reihe/shared-editorial';
import { isSafeLink, isWebAddress, ownPage, type OwnPage } from '@reihe/shared-recap-policies';
import { LinksRepository } from './links.repository';

const GONE: readonly number[] = [404, 410];

/** What links lead to: this site's own pages by the records, other hosts by asking them. */
@Injectable()
export class LinkChecks {
  constructor(
    private readonly links: LinksRepository,
    private readonly fetcher: PublicFetcher,
    private readonly config: Config,
  ) {}

  /** In the order of the links. Other hosts are asked at once; ten seconds at most for each. */
  async check({ hrefs, asksOthers }: CheckLinks): Promise<LinkFinding[]> {
    if (!hrefs.every(isSafeLink)) throw invalidFields({ path: 'hrefs', code: 'not-allowed' });
    const own = new Map<string, OwnPage>();
    for (const href of hrefs) {
      const page = ownPage(href, this.config.baseUrl);
      if (page) own.set(href, page);
    }
    const there = own.size === 0 ? [] : await this.links.there([...own.values()]);
    const seen = new Set(there.map(keyOf));
    return Promise.all(
      hrefs.map(async (href): Promise<LinkFinding> => {
        const page = own.get(href);
        if (page) return { href, state: seen.has(keyOf(page)) ? 'good' : 'missing', status: null };
        return asksOthers && this.config.mayFetch ? this.ask(href) : notAsked(href);
      }),
    );
  }

  private async ask(href: string): Promise<LinkFinding> {
    // Pages of this site without records, and mail.
    if (!isWebAddress(href) || href.startsWith(`${this.config.baseUrl}/`)) return notAsked(href);
    try {
      const status = await this.fetcher.look(href);
      return { href, state: stateOf(status), status };
    } catch (error) {
      if (!(error instanceof FetchFailed)) throw error;
      return error.failure === 'address-not-allowed'
        ? notAsked(href)
        : { href, state: 'silent', status: null };
    }
  }
}

/** Many hosts answer programs otherwise than people: only what says so itself is dead. */
function stateOf(status: number): LinkState {
  if (status < 400) return 'good';
  if (GONE.includes(status)) return 'dead';
  return status >= 500 ? 'failing' : 'untold';
}

function notAsked(href: string): LinkFinding {
  return { href, state: 'not-asked', status: null };
}

function keyOf({ kind, slug }: OwnPage): string {
  return `${kind}/${slug}`;
}
