import { LANGUAGES, type Language, type RulesFor } from '@reihe/shared-contracts';
import type { StaffName } from './recap-workflow';

/** Words of the working copy, with what stands around them: so they are found again after the text has moved. */
export interface CommentAnchor {
  language: Language;
  /** Id of the block they stand in, where the document gives its blocks some. */
  blockId: string | null;
  quote: string;
  /** A few words in front of the quote, within its block. */
  before: string;
  after: string;
}

export interface RecapComment {
  id: string;
  anchor: CommentAnchor;
  text: string;
  author: StaffName | null;
  createdAt: string;
  resolvedAt: string | null;
  resolvedBy: StaffName | null;
  answers: CommentAnswer[];
}

export interface CommentAnswer {
  id: string;
  text: string;
  author: StaffName | null;
  createdAt: string;
}

export interface WriteComment extends CommentAnchor {
  text: string;
}

export interface AnswerComment {
  text: string;
}

/** Characters kept on either side of a quote. */
export const COMMENT_CONTEXT = 60;

const text = { kind: 'text', minLength: 1, maxLength: 2000 } as const;

export const writeCommentRules = {
  language: { kind: 'text', values: LANGUAGES },
  blockId: { kind: 'text', maxLength: 60, optional: true },
  quote: { kind: 'text', minLength: 1, maxLength: 400 },
  before: { kind: 'text', maxLength: 200, optional: true },
  after: { kind: 'text', maxLength: 200, optional: true },
  text,
} as const satisfies RulesFor<WriteComment>;

export const answerCommentRules = { text } as const satisfies RulesFor<AnswerComment>;

export const commentPaths = {
  comments: (recapId: string) => `/recaps/${recapId}/comments`,
  answers: (recapId: string, id: string) => `/recaps/${recapId}/comments/${id}/answers`,
  resolve: (recapId: string, id: string) => `/recaps/${recapId}/comments/${id}/resolve`,
  reopen: (recapId: string, id: string) => `/recaps/${recapId}/comments/${id}/reopen`,
} as const;
