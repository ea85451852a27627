import type { AnswerValue, GivenAnswer, Language, RulesFor } from '@reihe/shared-contracts';
import { LANGUAGES } from '@reihe/shared-contracts';
import type { AskedQuestion, PublicQuestion, QuestionKind } from './questions';

/** Days after a session's end on which feedback can be given. */
export const FEEDBACK_DAYS = 60;

/** Of fewer anonymous answers nothing is shown: who knows who came could guess whose they are. */
export const FEWEST_ANONYMOUS = 5;

export const RATINGS = [1, 2, 3, 4, 5] as const;

/** early: the session is not over · open · over: the days have passed · none: the session was called off */
export type FeedbackPhase = 'early' | 'open' | 'over' | 'none';

/** As it is stored: what was answered, and how it was asked. */
export interface FeedbackAnswer {
  questionId: string;
  value: AnswerValue;
  asked: AskedQuestion;
}

export interface OwnFeedback {
  /** 1 (poor) to 5 (very good); null: not rated. */
  rating: number | null;
  comment: string;
  answers: GivenAnswer[];
}

export interface GiveFeedback extends OwnFeedback {
  /** Stored so that nothing leads back to the person. */
  isAnonymous: boolean;
  language: Language;
}

/** Of an anonymous one, by its key. */
export interface ChangeFeedback extends OwnFeedback {
  language: Language;
}

export interface FeedbackForm {
  phase: FeedbackPhase;
  /** Instant. */
  until: string;
  questions: PublicQuestion[];
  /** null: not yet. */
  given: 'named' | 'anonymous' | null;
  /** Only what was given with one's name. */
  own: OwnFeedback | null;
}

/** The key of an anonymous answer, told this once; null: given with one's name, or changed. */
export interface FeedbackGiven {
  changeKey: string | null;
}

/** An anonymous answer, to whoever has its key. */
export interface AnonymousFeedback {
  session: { slug: string; title: string; language: Language };
  phase: FeedbackPhase;
  until: string;
  questions: PublicQuestion[];
  own: OwnFeedback;
}

/** How often something was answered. */
export interface FeedbackBar {
  /** Of a choice the option's id, of a country its code, of a number the number, of a consent `true`. */
  key: string;
  /** Empty where the key says it. */
  label: string;
  count: number;
}

export interface QuestionResults {
  questionId: string;
  label: string;
  kind: QuestionKind;
  /** Answers shown. */
  answers: number;
  /** Anonymous answers that are not shown because there are fewer than five. */
  heldBack: number;
  bars: FeedbackBar[];
  /** Of numbers. */
  average: number | null;
  /** Of texts. */
  texts: string[];
}

/** One answer as it is exported; anonymous ones come in no order that means anything. */
export interface FeedbackRecord {
  /** null: anonymous, or the person was erased. */
  name: string | null;
  rating: number | null;
  comment: string;
  /** In words, by the question's id. */
  answers: Record<string, string>;
}

export interface FeedbackResults {
  phase: FeedbackPhase;
  /** Confirmed registrations: who could answer. */
  asked: number;
  given: number;
  anonymous: number;
  /** Anonymous ones that are not shown at all yet. */
  heldBack: number;
  /** Held back, here and of comments: anonymous ones that are not shown because there are fewer than five. */
  rating: { bars: FeedbackBar[]; average: number | null; heldBack: number };
  comments: string[];
  commentsHeldBack: number;
  questions: QuestionResults[];
  records: FeedbackRecord[];
}

const own = {
  rating: { kind: 'number', min: 1, max: 5, optional: true },
  comment: { kind: 'text', maxLength: 4000, optional: true },
  answers: { kind: 'list', maxLength: 200, optional: true },
} as const satisfies RulesFor<OwnFeedback>;

export const giveFeedbackRules = {
  ...own,
  isAnonymous: { kind: 'boolean' },
  language: { kind: 'text', values: LANGUAGES },
} as const satisfies RulesFor<GiveFeedback>;

export const changeFeedbackRules = {
  ...own,
  language: { kind: 'text', values: LANGUAGES },
} as const satisfies RulesFor<ChangeFeedback>;
