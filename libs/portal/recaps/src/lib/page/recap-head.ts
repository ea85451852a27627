import { InjectionToken } from '@angular/core';
import { LANGUAGES, publicPaths, type Language, type RecapPage } from '@reihe/shared-contracts';
import { inEveryLanguage, type MachineWords, type PageHead } from '@reihe/web-platform';

/**
 * Provided where pages are rendered for a first visit, and nowhere else: search engines, previews and feed readers load each address
 * anew, and readers would load the code for nothing.
 */
export const RECAP_FOR_MACHINES = new InjectionToken<
  (head: PageHead, recap: RecapPage, pageLanguage: Language) => MachineWords
>('what a recap says to machines');

/** Tells search engines and link previews about a recap, in the languages it is really written in. */
export function describeRecap(head: PageHead, recap: RecapPage, forMachines: MachineWords): void {
  const { address, width, height } = recap.socialImage;
  head.describe({
    title: recap.seoTitle || recap.title,
    description: recap.seoDescription || recap.lead,
    addresses: addressesOf(recap),
    // Read in another language, a recap without translation keeps its slug and says what it is written in.
    switchAddresses: inEveryLanguage((language) =>
      publicPaths.recap(language, recap.addresses[language] ?? recap.slug),
    ),
    kind: 'article',
    image: { address, alt: recap.title, width, height },
    ...forMachines,
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
