export { DraftOffer } from './lib/drafts/draft-offer';
export { DraftState } from './lib/drafts/draft-state';
export { KeptWork } from './lib/drafts/kept-work';
export { ChangedMind, Editing, type EditingOptions } from './lib/editing';
export { VersionList, type ShownVersion } from './lib/history/version-list';
export { emptyWords, shownChanges, type DescribeField, type FieldWords } from './lib/merging/field-words';
export { MergeView } from './lib/merging/merge-view';
export { EditorPresence } from './lib/presence/editor-presence';
export { PresenceHint } from './lib/presence/presence-hint';
