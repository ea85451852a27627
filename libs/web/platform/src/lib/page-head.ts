import { DOCUMENT, inject, InjectionToken, Service, signal } from '@angular/core';
import { Title } from '@angular/platform-browser';
import { LANGUAGES, publicPaths, type Language } from '@reihe/shared-contracts';
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

/** What a page says to machines alone: given where pages are rendered for a first visit, as those load each address anew. */
export type MachineWords = Pick<PageDescription, 'more' | 'structuredData'>;

export const SITE_NAME = 'Reihe';
/** Marks the elements this service owns, so that the next page replaces exactly them. */
const OWNED = 'data-page-head';

/** Adds to the head what only search engines, link previews and feed readers read. @param address of the page, absolute */
export type HeadForMachines = (
  head: PageHead,
  page: PageDescription,
  address: string | undefined,
  language: Language,
) => void;

/**
 * Provided where pages are rendered for a first visit, and nowhere else: machines load each address anew, and readers would load its
 * code with every page for nothing.
 */
export const HEAD_FOR_MACHINES = new InjectionToken<HeadForMachines>('what the head says to machines');

/** The head of the page that is shown. */
@Service()
export class PageHead {
  private readonly document = inject(DOCUMENT);
  private readonly title = inject(Title);
  private readonly language = inject(LANGUAGE);
  private readonly context = inject(RENDER_CONTEXT);
  private readonly forMachines = inject(HEAD_FOR_MACHINES, { optional: true });

  private isFirst = true;

  /** Where this page is in other languages, for the language switch; the home page where nothing is known. */
  readonly addresses = signal<Partial<Record<Language, string>>>({});

  describe(page: PageDescription): void {
    this.addresses.set(page.switchAddresses ?? page.addresses);
    if (this.isWritten()) return;
    this.title.setTitle(page.title === SITE_NAME ? SITE_NAME : `${page.title} · ${SITE_NAME}`);
    this.document.head.querySelectorAll(`[${OWNED}]`).forEach((element) => element.remove());
    this.add('meta', { name: 'robots', content: page.isPrivate ? 'noindex' : 'index, follow' });
    const address = this.canonical(page);
    // Phones share this address.
    if (address) this.add('link', { rel: 'canonical', href: address });
    this.forMachines?.(this, page, address, this.language);
  }

  /** The browser's first page is described already where the server rendered it, with what it alone knows to say to machines. */
  private isWritten(): boolean {
    const isFirst = this.isFirst;
    this.isFirst = false;
    return isFirst && !this.context && this.document.querySelector('[ng-server-context]') !== null;
  }

  /** A path of this site as an absolute address. */
  absolute(path: string): string {
    return new URL(path, this.context?.baseUrl ?? this.document.location.origin).href;
  }

  /** A page shown in another language than it is written in points to where it is at home. */
  private canonical({ addresses }: PageDescription): string | undefined {
    const path = addresses[this.language] ?? Object.values(addresses)[0];
    return path && this.absolute(path);
  }

  /** Until the next page is described. */
  add(tag: 'meta' | 'link' | 'script', attributes: Record<string, string>, text = ''): void {
    const element = this.document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    element.textContent = text;
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
