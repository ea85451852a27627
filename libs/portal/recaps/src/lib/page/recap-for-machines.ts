import { publicPaths, type Language, type PublicImage, type RecapPage } from '@reihe/shared-contracts';
import type { MachineWords, PageHead, StructuredData } from '@reihe/web-platform';
import { feedLinks, feedsInHead } from '../feed-links';

/** Who publishes what stands on this site. */
const SITE = 'Reihe';

/** A recap as an article of its series, for search engines and previews, and where feed readers hear of the next. */
export function recapForMachines(head: PageHead, recap: RecapPage, pageLanguage: Language): MachineWords {
  const { series, publishedOn, updatedAt } = recap;
  return {
    more: [
      ['meta', { property: 'article:published_time', content: publishedOn }],
      ['meta', { property: 'article:modified_time', content: updatedAt ?? publishedOn }],
      ['meta', { property: 'article:section', content: series.title }],
      ...feedsInHead(feedLinks(pageLanguage, { kind: 'series', slug: series.slug }), series.title),
    ],
    structuredData: [newsArticle(head, recap)],
  };
}

function newsArticle(head: PageHead, recap: RecapPage): StructuredData {
  const { language, slug, series, socialImage } = recap;
  const address = head.absolute(publicPaths.recap(language, slug));
  const social = { '@type': 'ImageObject', url: head.absolute(socialImage.address) };
  return {
    '@type': 'NewsArticle',
    headline: recap.title,
    description: recap.seoDescription || recap.lead,
    inLanguage: language,
    datePublished: recap.publishedOn,
    dateModified: recap.updatedAt ?? recap.publishedOn,
    mainEntityOfPage: address,
    url: address,
    image: [
      ...(recap.image ? [pictureData(head, recap.image)] : []),
      { ...social, width: socialImage.width, height: socialImage.height },
    ],
    ...(recap.byline && { author: { '@type': 'Person', name: recap.byline } }),
    publisher: { '@type': 'Organization', name: SITE, url: head.absolute(publicPaths.home(language)) },
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
      url: head.absolute(publicPaths.session(language, session)),
      eventAttendanceMode: 'https://schema.org/OnlineEventAttendanceMode',
      location: {
        '@type': 'VirtualLocation',
        url: head.absolute(publicPaths.session(language, session)),
      },
    })),
    keywords: [...recap.categories, ...recap.regions].map(({ name }) => name),
  };
}

/** The picture with what search engines show of its rights. */
function pictureData(head: PageHead, image: PublicImage): object {
  const { address, width, height } = largestJpeg(image);
  const licence = licenceAddress(image.licence);
  return {
    '@type': 'ImageObject',
    url: head.absolute(address),
    width,
    height,
    ...(image.caption && { caption: image.caption }),
    ...(image.credit && {
      creditText: image.credit,
      copyrightNotice: [image.credit, image.licence].filter(Boolean).join(', '),
    }),
    ...(licence && { license: licence, acquireLicensePage: licence }),
  };
}

/** Where a licence is to be read: its own address, or that of the Creative Commons licence it names ("CC BY-SA 4.0"); else null. */
export function licenceAddress(licence: string): string | null {
  if (/^https?:\/\/[^\s/]+/i.test(licence)) return licence.split(/\s/)[0] ?? null;
  if (/^cc0\b/i.test(licence)) return 'https://creativecommons.org/publicdomain/zero/1.0/';
  const { terms, version = '4.0' } =
    /^cc[ -](?<terms>by(?:-(?:nc-sa|nc-nd|sa|nd|nc))?)(?:[ -](?<version>\d\.\d))?\b/i.exec(licence)?.groups ??
    {};
  return terms === undefined
    ? null
    : `https://creativecommons.org/licenses/${terms.toLowerCase()}/${version}/`;
}

function largestJpeg({ template, widths, width, height }: PublicImage) {
  const shown = widths.at(-1) ?? width;
  return {
    address: template.replace('{width}', String(shown)).replace('{format}', 'jpeg'),
    width: shown,
    height: Math.round((height * shown) / width),
  };
}
