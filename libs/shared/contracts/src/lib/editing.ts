import type { RulesFor } from './fields';

/** What staff edit for a while, each in an editor of its own; named as in the audit log. */
export const EDITED = ['series', 'session', 'speaker', 'recap'] as const;
export type Edited = (typeof EDITED)[number];

/** An editor says at this pace that somebody is at it, and is taken as left when it has not said so for that long. */
export const PRESENCE = { beatSeconds: 20, goneAfterSeconds: 45 } as const;

/** One tab in which an editor is open. */
export interface EditorTab {
  subject: Edited;
  subjectId: string;
  /** Chosen by the tab, a uuid. */
  tab: string;
}

export interface PresentEditor {
  name: string;
  since: string;
}

/** What one at an editor should know of the others. */
export interface EditorNews {
  others: PresentEditor[];
  /** Further tabs of one's own in which the same is open. */
  ownTabs: number;
  /** As it is stored now; null where it is no more. */
  version: number | null;
  lastSave: LastSave | null;
}

export interface LastSave {
  /** Staff name; null for Reihe itself. */
  by: string | null;
  isOwn: boolean;
  at: string;
}

/** What is typed and not saved yet, so that a closed tab or another computer does not lose it. One per account and thing. */
export interface KeepDraft {
  /** Version that was being edited, 0 for something new, with the form as it was opened. */
  baseVersion: number;
  base: Record<string, unknown>;
  form: Record<string, unknown>;
}

export interface EditingDraft extends KeepDraft {
  subject: Edited;
  /** Id of what is edited, or `new`. */
  key: string;
  updatedAt: string;
}

export const NEW_DRAFT = 'new';
export const DRAFT_LIMITS = { characters: 500_000, days: 30 } as const;

export const editorTabRules = {
  subject: { kind: 'text', values: EDITED },
  subjectId: { kind: 'text', format: 'uuid' },
  tab: { kind: 'text', format: 'uuid' },
} as const satisfies RulesFor<EditorTab>;

export const keepDraftRules = {
  baseVersion: { kind: 'number', min: 0 },
  base: { kind: 'object' },
  form: { kind: 'object' },
} as const satisfies RulesFor<KeepDraft>;
