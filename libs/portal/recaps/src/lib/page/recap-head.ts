import {
  LANGUAGES,
  publicPaths,
  type Language,
  type PublicImage,
  type RecapPage,
} from '@reihe/shared-contracts';
import { inEveryLanguage, type PageHead, type StructuredData } from '@reihe/web-platform';

/** Tells search engines and link previews about a recap, in the languages it is really written in. */
export function describeRecap(head: PageHead, recap: RecapPage): void {
  const preview = recap.image && previewOf(recap.image);
  head.describe({
    title: recap.seoTitle || recap.title,
    description: recap.seoDescription || recap.lead,
    addresses: addressesOf(recap),
    // Read in another language, a recap without translation keeps its slug and says what it is written in.
    switchAddresses: inEveryLanguage((language) =>
      publicPaths.recap(language, recap.addresses[language] ?? recap.slug),
    ),
    kind: 'article',
    ...(preview && { image: preview }),
    structuredData: [newsArticle(head, recap)],
  });
}

function addressesOf({ addresses }: RecapPage): Partial<Record<Language, string>> {
  const paths: Partial<Record<Language, string>> = {};
  for (const language of LANGUAGES) {
    const slug = addresses[language];
    if (slug !== undefined) paths[language] = publicPaths.recap(language, slug);
  }
  return paths;
}

function newsArticle(head: PageHead, recap: RecapPage): StructuredData {
  const { language, slug, series } = recap;
  const address = head.absolute(publicPaths.recap(language, slug));
  return {
    '@type': 'NewsArticle',
    headline: recap.title,
    description: recap.seoDescription || recap.lead,
    inLanguage: language,
    datePublished: recap.publishedOn,
    dateModified: recap.updatedAt ?? recap.publishedOn,
    mainEntityOfPage: address,
    url: address,
    ...(recap.image && { image: head.absolute(previewOf(recap.image).address) }),
    ...(recap.byline && { author: { '@type': 'Person', name: recap.byline } }),
    isPartOf: {
      '@type': 'EventSeries',
      name: series.title,
      url: head.absolute(publicPaths.series(language, series.slug)),
    },
    about: recap.sessions.map(({ title, slug: session, startsAt, endsAt }) => ({
      '@type': 'Event',
      name: title,
      startDate: startsAt,
      endDate: endsAt,
      eventAttendanceMode: 'https://schema.org/OnlineEventAttendanceMode',
      location: {
        '@type': 'VirtualLocation',
        url: head.absolute(publicPaths.session(language, session)),
      },
    })),
    keywords: [...recap.categories, ...recap.regions].map(({ name }) => name),
  };
}

/** The largest JPEG: previews of other sites do not choose among sizes, and not all know WebP. */
function previewOf({ template, widths, width, height, alt }: PublicImage) {
  const shown = widths.at(-1) ?? width;
  return {
    address: template.replace('{width}', String(shown)).replace('{format}', 'jpeg'),
    alt,
    width: shown,
    height: Math.round((height * shown) / width),
  };
}
