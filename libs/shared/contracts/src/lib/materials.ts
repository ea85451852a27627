import type { InLanguage } from './languages';

export type MaterialKind = 'recording' | 'slides' | 'document' | 'link';

/** What a session hands out, as somebody sees it who may have it. */
export interface OfferedMaterial extends InLanguage {
  id: string;
  kind: MaterialKind;
  title: string;
  /** Absolute for a link, below this site's origin for a file. */
  href: string;
  /** null: a link to another place. */
  file: { /** E.g. "PDF". */ type: string; byteSize: number } | null;
}
