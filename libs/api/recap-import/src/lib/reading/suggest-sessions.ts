import { plainWords } from '@reihe/api-sheets';

/** A session of the series, as far as an article may look back on it. */
export interface KnownSession {
  id: string;
  /** ISO date, in the session's zone. */
  heldOn: string;
  titles: string[];
}

const DAY_MS = 24 * 60 * 60 * 1000;
/** An article appears within so many days after what it looks back on. */
const LATEST_DAYS = 60;
/** Of words and days together, between 0 and 1.6: below it the guess would be wrong more often than right. */
const LEAST_SCORE = 0.7;
/** Articles and the like, in languages that write many of them. */
const LEAST_LETTERS = 4;

/** The session that an article looks back on, by likeness of titles and the day it appeared; none where that is not clear. */
export function suggestSessions(
  { title, publishedOn }: { title: string; publishedOn: string | null },
  sessions: readonly KnownSession[],
): string[] {
  const words = tellingWords(title);
  const [best] = sessions
    .map(({ id, heldOn, titles }) => {
      const likeness = Math.max(0, ...titles.map((other) => commonPart(words, tellingWords(other))));
      return { id, likeness, score: likeness + nearness(heldOn, publishedOn) };
    })
    .filter(({ likeness, score }) => score >= LEAST_SCORE && likeness > 0)
    .sort((one, other) => other.score - one.score);
  return best ? [best.id] : [];
}

function nearness(heldOn: string, publishedOn: string | null): number {
  if (publishedOn === null) return 0;
  const days = (Date.parse(publishedOn) - Date.parse(heldOn)) / DAY_MS;
  return days >= -1 && days <= LATEST_DAYS ? 0.6 * (1 - Math.max(0, days) / LATEST_DAYS) : 0;
}

function tellingWords(title: string): ReadonlySet<string> {
  return new Set(
    plainWords(title)
      .split(' ')
      .filter((word) => word.length >= LEAST_LETTERS),
  );
}

function commonPart(these: ReadonlySet<string>, those: ReadonlySet<string>): number {
  const least = Math.min(these.size, those.size);
  return least === 0 ? 0 : [...these].filter((word) => those.has(word)).length / least;
}
