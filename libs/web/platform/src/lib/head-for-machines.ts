import { DEFAULT_LANGUAGE, LANGUAGES } from '@reihe/shared-contracts';
import { SITE_NAME, type HeadForMachines, type PageDescription, type PageHead } from './page-head';

const DESCRIPTION_LENGTH = 300;

/** For search engines, previews of other sites and feed readers. */
export const describeForMachines: HeadForMachines = (head, page, address, language) => {
  const description = shortened(page.description, DESCRIPTION_LENGTH);
  head.add('meta', { name: 'description', content: description });
  const properties: Record<string, string | undefined> = {
    'og:site_name': SITE_NAME,
    'og:type': page.kind ?? 'website',
    'og:title': page.title,
    'og:description': description,
    'og:locale': language,
    'og:url': address,
    'og:image': page.image && head.absolute(page.image.address),
    'og:image:alt': page.image?.alt,
    'og:image:width': page.image && String(page.image.width),
    'og:image:height': page.image && String(page.image.height),
  };
  for (const [property, content] of Object.entries(properties)) {
    if (content) head.add('meta', { property, content });
  }
  head.add('meta', { name: 'twitter:card', content: page.image ? 'summary_large_image' : 'summary' });
  if (!page.isPrivate) linkLanguages(head, page);
  for (const [tag, attributes] of page.more ?? []) head.add(tag, attributes);
  for (const data of page.structuredData ?? []) {
    // "</script>" inside a text must not end the block.
    const text = JSON.stringify({ '@context': 'https://schema.org', ...data }).replaceAll('<', '\\u003c');
    head.add('script', { type: 'application/ld+json' }, text);
  }
};

function linkLanguages(head: PageHead, { addresses }: PageDescription): void {
  const link = (hreflang: string, path: string | undefined) => {
    if (path) head.add('link', { rel: 'alternate', hreflang, href: head.absolute(path) });
  };
  for (const language of LANGUAGES) link(language, addresses[language]);
  link('x-default', addresses[DEFAULT_LANGUAGE]);
}

function shortened(text: string, length: number): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= length) return line;
  return `${line.slice(0, line.lastIndexOf(' ', length - 1))} …`;
}
