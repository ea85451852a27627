export { ChecksPanel } from './lib/checks/checks-panel';
export { recapChecks, type RecapCheck, type TranslationCheck } from './lib/checks/recap-checks';
export { CommentThread } from './lib/comment-thread';
export { FiguresChoice } from './lib/figures-choice';
export { RecapSteps, type ScheduleAnswer } from './lib/recap-steps';
export { recapStateTone, recapStateWords } from './lib/recap-words';
export { translationStateTone, translationStateWords } from './lib/translation-words';
export { WorkflowNotes } from './lib/workflow-notes';
export { blocksOf, selectedWords, showPlace, surfaceOf } from './lib/written-text';
