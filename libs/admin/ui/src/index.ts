export { AnswerStates } from './lib/answer-states';
export { Ask } from './lib/ask';
export { AskDialog, type Choice, type Question } from './lib/ask-dialog';
export { clashingSession, conflictWords, sectionOf, type EditorSection } from './lib/conflict-words';
export { countryOptions } from './lib/country-options';
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
export { csvOf } from './lib/csv';
export { EditableCell } from './lib/editable-cell';
export { FieldRow } from './lib/field-row';
export { applyRules } from './lib/form-rules';
export { fullName } from './lib/full-name';
export { LanguageColumn } from './lib/language-column';
export { languageOptions } from './lib/language-options';
export { invitationTone, invitationWords } from './lib/invitation-words';
export { lastAnswer } from './lib/last-answer';
export { listAddress, type ListAddress } from './lib/list-address';
export { Moments, ownTimeZone } from './lib/moments';
export { offerFile } from './lib/offer-file';
export { PeriodSteps, type LengthChoice } from './lib/period-steps';
export { SaveBar } from './lib/save-bar';
export { SearchBox } from './lib/search-box';
export { StackedTable } from './lib/stacked-table';
export { TellPeople, type TellAnswer, type TellQuestion } from './lib/changes/tell-people';
export { UndoBar } from './lib/changes/undo-bar';
export { TermChoice, type TermOption } from './lib/term-choice';
export { categoryOptions, regionOptions } from './lib/term-options';
export { inEveryLanguage, inLanguage, isBlank, written, type InEveryLanguage } from './lib/translated';
export { askBeforeLeaving, warnBeforeUnload, type UnsavedWork } from './lib/unsaved-work';
export { cleanDocument } from './lib/text/clean-document';
export { LinkDialog } from './lib/text/link-dialog';
export { TextToolbar } from './lib/text/text-toolbar';
export { type MissingFacts, missingFacts, imageAddress, fileSize } from './lib/image-facts';
