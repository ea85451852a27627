import { createHash } from 'node:crypto';
import type { Language } from '@reihe/shared-contracts';

/** What other sites show best; all of them know it. */
export const SOCIAL_IMAGE_SIZE = { width: 1200, height: 630 } as const;

/** Part of the addresses: a changed drawing is a new picture for those who keep the old one. */
const EDITION = 1;

/** All that is drawn, in the language the recap is written in. */
export interface SocialFacts {
  recapId: string;
  language: Language;
  title: string;
  series: string;
  /** ISO date. */
  publishedOn: string;
  /** Its lead image. */
  image: { mediaId: string; template: string; widths: number[]; credit: string } | null;
}

export function socialHash(facts: SocialFacts): string {
  const { recapId, language, title, series, publishedOn, image } = facts;
  const drawn = [EDITION, recapId, language, title, series, publishedOn, image?.template, image?.credit];
  return createHash('sha256').update(JSON.stringify(drawn)).digest('hex').slice(0, 20);
}

/** The address holds a hash of what is drawn: it may be kept for good, and nobody can have others drawn. */
export function socialImagePath(facts: SocialFacts): string {
  return `/media/recaps/${facts.recapId}/${facts.language}-${socialHash(facts)}.jpeg`;
}
