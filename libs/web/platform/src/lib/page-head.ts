import { DOCUMENT, inject, Service, signal } from '@angular/core';
import { Title } from '@angular/platform-browser';
import { DEFAULT_LANGUAGE, LANGUAGES, publicPaths, type Language } from '@reihe/shared-contracts';
import { LANGUAGE } from './language';
import { RENDER_CONTEXT } from './render-context';

/** A schema.org object without its `@context`. */
export type StructuredData = { '@type': string } & Record<string, unknown>;

export interface PageDescription {
  title: string;
  /** One or two sentences; cut at a word where it is longer than search engines show. */
  description: string;
  /** Path of this page in each language it is really written in, e.g. `/de/recaps/x`. */
  addresses: Partial<Record<Language, string>>;
  /** Where the language switch leads, if this page can be read in more languages than its text is written in. */
  switchAddresses?: Partial<Record<Language, string>>;
  /** Path or address of a picture for previews. */
  image?: { address: string; alt: string; width: number; height: number };
  kind?: 'website' | 'article';
  structuredData?: readonly StructuredData[];
  /** What else the head says of this page: its feeds, for example. */
  more?: readonly (readonly [tag: 'meta' | 'link', attributes: Record<string, string>])[];
  /** True for pages behind personal links and for errors. */
  isPrivate?: boolean;
}

const DESCRIPTION_LENGTH = 300;
const SITE_NAME = 'Reihe';
/** Marks the elements this service owns, so that the next page replaces exactly them. */
const OWNED = 'data-page-head';

/** What search engines, link previews and feed readers read of a page. */
@Service()
export class PageHead {
  private readonly document = inject(DOCUMENT);
  private readonly title = inject(Title);
  private readonly language = inject(LANGUAGE);
  private readonly context = inject(RENDER_CONTEXT);

  /** Where this page is in other languages, for the language switch; the home page where nothing is known. */
  readonly addresses = signal<Partial<Record<Language, string>>>({});

  describe(page: PageDescription): void {
    const description = shortened(page.description, DESCRIPTION_LENGTH);
    this.title.setTitle(page.title === SITE_NAME ? SITE_NAME : `${page.title} · ${SITE_NAME}`);
    this.document.head.querySelectorAll(`[${OWNED}]`).forEach((element) => element.remove());
    this.add('meta', { name: 'description', content: description });
    this.add('meta', { name: 'robots', content: page.isPrivate ? 'noindex' : 'index, follow' });
    this.describePreview(page, description);
    this.linkLanguages(page);
    for (const [tag, attributes] of page.more ?? []) this.add(tag, attributes);
    for (const data of page.structuredData ?? []) this.addStructuredData(data);
    this.addresses.set(page.switchAddresses ?? page.addresses);
  }

  /** A path of this site as an absolute address. */
  absolute(path: string): string {
    return new URL(path, this.context?.baseUrl ?? this.document.location.origin).href;
  }

  private describePreview(page: PageDescription, description: string): void {
    const properties: Record<string, string | undefined> = {
      'og:site_name': SITE_NAME,
      'og:type': page.kind ?? 'website',
      'og:title': page.title,
      'og:description': description,
      'og:locale': this.language,
      'og:url': this.canonical(page),
      'og:image': page.image && this.absolute(page.image.address),
      'og:image:alt': page.image?.alt,
      'og:image:width': page.image && String(page.image.width),
      'og:image:height': page.image && String(page.image.height),
    };
    for (const [property, content] of Object.entries(properties)) {
      if (content) this.add('meta', { property, content });
    }
    this.add('meta', { name: 'twitter:card', content: page.image ? 'summary_large_image' : 'summary' });
  }

  private linkLanguages(page: PageDescription): void {
    const canonical = this.canonical(page);
    if (canonical) this.add('link', { rel: 'canonical', href: canonical });
    if (page.isPrivate) return;
    for (const language of LANGUAGES) {
      const path = page.addresses[language];
      if (path) this.add('link', { rel: 'alternate', hreflang: language, href: this.absolute(path) });
    }
    const fallback = page.addresses[DEFAULT_LANGUAGE];
    if (fallback)
      this.add('link', { rel: 'alternate', hreflang: 'x-default', href: this.absolute(fallback) });
  }

  /** A page shown in another language than it is written in points to where it is at home. */
  private canonical({ addresses }: PageDescription): string | undefined {
    const path = addresses[this.language] ?? Object.values(addresses)[0];
    return path && this.absolute(path);
  }

  private add(tag: 'meta' | 'link', attributes: Record<string, string>): void {
    const element = this.document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    this.own(element);
  }

  private addStructuredData(data: StructuredData): void {
    const script = this.document.createElement('script');
    script.type = 'application/ld+json';
    // "</script>" inside a text must not end the block.
    script.textContent = JSON.stringify({ '@context': 'https://schema.org', ...data }).replaceAll(
      '<',
      '\\u003c',
    );
    this.own(script);
  }

  private own(element: HTMLElement): void {
    element.setAttribute(OWNED, '');
    this.document.head.appendChild(element);
  }
}

/** The same page in every language, for pages that exist in all of them. */
export function inEveryLanguage(path: (language: Language) => string): Record<Language, string> {
  return Object.fromEntries(LANGUAGES.map((language) => [language, path(language)])) as Record<
    Language,
    string
  >;
}

/** A page that answers in every language, while its text is written in `languages` only: search engines are told those. */
export function writtenAddresses(
  languages: readonly Language[],
  path: (language: Language) => string,
): Pick<PageDescription, 'addresses' | 'switchAddresses'> {
  return {
    addresses: Object.fromEntries(languages.map((language) => [language, path(language)])),
    switchAddresses: inEveryLanguage(path),
  };
}

/** Where the language switch leads when a page says nothing else. */
export const HOME_ADDRESSES = inEveryLanguage((language) => publicPaths.home(language));

function shortened(text: string, length: number): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= length) return line;
  return `${line.slice(0, line.lastIndexOf(' ', length - 1))} …`;
}
