import type { MailWords } from '@reihe/api-mail-words';
import type { MailBlock, MailContent, MailReader } from './mail-content';
import { momentOf } from './session-lines';

/** To somebody of the editorial desk, about a recap that is theirs to write or to review. */
export interface RecapAtDesk {
  title: string;
  /** Where it is worked on. */
  link: string;
  /** Name of who did it. */
  by: string;
}

export interface RecapSentBack extends RecapAtDesk {
  comment: string;
}

export interface RecapNotPublished {
  title: string;
  link: string;
  /** When it should have appeared. */
  at: Date;
  /** How many things stood in the way. */
  missing: number;
}

/** One mail about all of somebody's recaps, with the number of figures of each; `link` leads to the board. */
export interface RecapFiguresChanged {
  recaps: { title: string; href: string; changes: number }[];
  link: string;
}

export interface RecapIsPublic {
  title: string;
  /** Its public page. */
  link: string;
  /** Name of who did it; null: it appeared by itself, as it was scheduled. */
  by: string | null;
}

const byColleague =
  (what: 'reviewAsked' | 'approved') =>
  ({ title, link, by }: RecapAtDesk, _reader: MailReader, words: MailWords) => {
    const say = words.recapDesk[what];
    return atDesk(words, say.subject(title), [{ kind: 'text', text: say.intro(by, title) }], link);
  };
export const recapReviewAsked = byColleague('reviewAsked');
export const recapApproved = byColleague('approved');

export function recapSentBack(
  { title, link, by, comment }: RecapSentBack,
  _reader: MailReader,
  words: MailWords,
) {
  const say = words.recapDesk.sentBack;
  const blocks: MailBlock[] = [{ kind: 'text', text: say.intro(by, title) }];
  return atDesk(words, say.subject(title), [...blocks, { kind: 'quote', text: comment }], link);
}

export function recapNotPublished(
  { title, link, at, missing }: RecapNotPublished,
  reader: MailReader,
  words: MailWords,
) {
  const say = words.recapDesk.notPublished;
  return atDesk(
    words,
    say.subject(title),
    [
      { kind: 'text', text: say.intro(title, momentOf(at, reader, words), missing) },
      { kind: 'text', text: say.again },
    ],
    link,
  );
}

export function recapIsPublic({ title, link, by }: RecapIsPublic, _reader: MailReader, words: MailWords) {
  const say = words.recapDesk.isPublic;
  const intro = by === null ? say.introAsScheduled(title) : say.intro(by, title);
  return atDesk(words, say.subject(title), [{ kind: 'text', text: intro }], link, say.action);
}

export function recapFiguresChanged({ recaps, link }: RecapFiguresChanged, _: MailReader, words: MailWords) {
  const { subject, intro, heading, changes: say } = words.recapDesk.figuresChanged;
  const none = { id: null, note: null, join: null, release: null };
  const sessions = recaps.map(({ changes, ...one }) => ({ ...none, ...one, lines: [say(changes)] }));
  const blocks: MailBlock[] = [{ kind: 'text', text: intro }];
  return atDesk(words, subject, [...blocks, { kind: 'sessions', heading, sessions }], link, heading);
}

function atDesk(
  words: MailWords,
  subject: string,
  blocks: MailBlock[],
  href: string,
  label = words.recapDesk.action,
): MailContent {
  return { subject, footer: words.recapDesk.footer, blocks: [...blocks, { kind: 'action', label, href }] };
}
