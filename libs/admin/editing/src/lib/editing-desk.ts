import type { Edited, EditingDraft, EditorNews, EditorTab, KeepDraft } from '@reihe/shared-contracts';

/** Where editors ask who else is there and keep what is typed: the `EditingClient`, handed in by the page. */
export interface EditingDesk {
  beat(tab: EditorTab): Promise<EditorNews>;
  /** Ends what `beat` said. `isClosing`: the page is going away, and the request must outlive it. */
  leave(tab: EditorTab, isClosing: boolean): void;
  draft(subject: Edited, key: string): Promise<EditingDraft | null>;
  keepDraft(subject: Edited, key: string, draft: KeepDraft): Promise<void>;
  dropDraft(subject: Edited, key: string): Promise<void>;
}
