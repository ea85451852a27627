export { AnswerStates } from './lib/answer-states';
export { Ask } from './lib/ask';
export { AskDialog, type Choice, type Question } from './lib/ask-dialog';
export { countryOptions } from './lib/country-options';
export { DraftOffer } from './lib/drafts/draft-offer';
export { DraftState } from './lib/drafts/draft-state';
export { KeptWork } from './lib/drafts/kept-work';
export { Editing, type EditingOptions } from './lib/editing';
export { ChangeList } from './lib/merging/change-list';
export {
  emptyWords,
  shownChanges,
  type DescribeField,
  type FieldWords,
  type ShownChange,
} from './lib/merging/field-words';
export { MergeView } from './lib/merging/merge-view';
export { VersionList, type ShownVersion } from './lib/history/version-list';
export { EditorPresence } from './lib/presence/editor-presence';
export { PresenceHint } from './lib/presence/presence-hint';
export { DayPartBadge } from './lib/fair-time/day-part-badge';
export {
  basisWords,
  dayPartWords,
  fairnessWords,
  peopleWords,
  placeWords,
} from './lib/fair-time/fairness-words';
export { FairnessTable } from './lib/fair-time/fairness-table';
export { WeekSearch, WORKDAYS } from './lib/fair-time/week-search';
export { FieldRow } from './lib/field-row';
export { applyRules } from './lib/form-rules';
export { fullName } from './lib/full-name';
export { LanguageColumn } from './lib/language-column';
export { languageOptions } from './lib/language-options';
export { lastAnswer } from './lib/last-answer';
export { listAddress, type ListAddress } from './lib/list-address';
export { Moments, ownTimeZone } from './lib/moments';
export { SaveBar } from './lib/save-bar';
export { SearchBox } from './lib/search-box';
export { StackedTable } from './lib/stacked-table';
export { TermChoice, type TermOption } from './lib/term-choice';
export { categoryOptions, regionOptions } from './lib/term-options';
export { inEveryLanguage, inLanguage, isBlank, written, type InEveryLanguage } from './lib/translated';
export { askBeforeLeaving, warnBeforeUnload, type UnsavedWork } from './lib/unsaved-work';
export { cleanDocument } from './lib/text/clean-document';
export { LinkDialog } from './lib/text/link-dialog';
export { TextToolbar } from './lib/text/text-toolbar';
export { type MissingFacts, missingFacts, imageAddress, fileSize } from './lib/image-facts';
