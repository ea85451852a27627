export { AnswerStates } from './lib/answer-states';
export { Ask } from './lib/ask';
export { type Choice } from './lib/ask-dialog';
export {
  clashingSession,
  CONFLICT_SECTIONS,
  conflictWords,
  sectionOf,
  type ConflictSection,
} from './lib/conflict-words';
export { countryOptions } from './lib/country-options';
export { basisWords, dayPartWords, placeWords } from './lib/fair-time/fairness-words';
export { FairnessTable } from './lib/fair-time/fairness-table';
export { WeekSearch, WORKDAYS } from './lib/fair-time/week-search';
export { csvOf } from './lib/csv';
export { EditableCell } from './lib/editable-cell';
export { everyPage } from './lib/every-page';
export { FilterSelect } from './lib/filter-select';
export { FieldRow } from './lib/field-row';
export { applyRules } from './lib/form-rules';
export { fullName } from './lib/full-name';
export { LanguageChoice } from './lib/language-choice';
export { LanguageColumn } from './lib/language-column';
export { WritingLanguages } from './lib/writing-languages';
export { languageOptions } from './lib/language-options';
export { invitationTone, invitationWords } from './lib/invitation-words';
export { lastAnswer } from './lib/last-answer';
export { lengthWords } from './lib/length-words';
export { listAddress } from './lib/list-address';
export { Moments, ownTimeZone } from './lib/moments';
export { offerFile } from './lib/offer-file';
export { PeriodSteps } from './lib/period-steps';
export { SaveBar } from './lib/save-bar';
export { HolidaySource } from './lib/holiday-source';
export { sayDone } from './lib/say-done';
export { seriesOptions } from './lib/series-options';
export { SearchBox } from './lib/search-box';
export { StackedTable } from './lib/stacked-table';
export { CancellationQuestion } from './lib/changes/cancellation-question';
export { TellPeople } from './lib/changes/tell-people';
export { TermChoice, type TermOption } from './lib/term-choice';
export { categoryOptions, regionOptions } from './lib/term-options';
export { inEveryLanguage, inLanguage, isBlank, written, type InEveryLanguage } from './lib/translated';
export { askBeforeLeaving, warnBeforeUnload, type UnsavedWork } from './lib/unsaved-work';
export { workbookOf } from './lib/workbook';
export { askWhichStands } from './lib/which-stands';
export { missingFacts, imageAddress, fileSize } from './lib/image-facts';
