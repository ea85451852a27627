import type { ImportKind } from '@reihe/shared-editorial';

/** A picture that a source keeps by a number. */
export interface Attachment {
  address: string;
  alt: string;
  caption: string;
}

/** One article as its source has it, before it is converted. */
export interface SourceArticle {
  guid: string;
  address: string;
  title: string;
  html: string;
  /** HTML or text; empty: none. */
  excerpt: string;
  author: string;
  categories: string[];
  /** As the source calls it; empty: not said. */
  language: string;
  /** As the source writes it; empty: not said. */
  published: string;
  /** Articles of one group are translations of one another; empty: not said. */
  group: string;
  slug: string;
  isClassic: boolean;
  hasShortcodes: boolean;
  isPublic: boolean;
  isPage: boolean;
  footnotes: ReadonlyMap<string, string>;
  ownAttachments: readonly string[];
  /** Number or address of the picture above it; empty: none. */
  leadAttachment: string;
  leadAddress: string;
  leadAlt: string;
  /** In the archive, of the text; empty: its own folder. */
  folder: string;
}

export interface Source {
  kind: ImportKind;
  articles: SourceArticle[];
  attachments: ReadonlyMap<string, Attachment>;
}

export function anArticle(known: Partial<SourceArticle>): SourceArticle {
  return {
    guid: '',
    address: '',
    title: '',
    html: '',
    excerpt: '',
    author: '',
    categories: [],
    language: '',
    published: '',
    group: '',
    slug: '',
    isClassic: false,
    hasShortcodes: false,
    isPublic: true,
    isPage: false,
    footnotes: new Map(),
    ownAttachments: [],
    leadAttachment: '',
    leadAddress: '',
    leadAlt: '',
    folder: '',
    ...known,
  };
}
