import {
  LANGUAGES,
  type Language,
  type MaterialKind,
  type RulesFor,
  type Translations,
} from '@reihe/shared-contracts';

export const MATERIAL_KINDS = [
  'recording',
  'slides',
  'document',
  'link',
] as const satisfies readonly MaterialKind[];

/** public: on the session's page, for everybody · registered: for those with a confirmed place, through their own link */
export const MATERIAL_AUDIENCES = ['public', 'registered'] as const;
export type MaterialAudience = (typeof MATERIAL_AUDIENCES)[number];

/** Longer recordings belong where videos are streamed, and are linked. */
export const MATERIAL_LIMITS = { bytes: 50 * 1024 * 1024, perSession: 60 } as const;

/** What can be handed out as a file, by the end of its name. What a browser would run or draw as a page (HTML, SVG) is not among them. */
export const MATERIAL_FILE_TYPES = {
  pdf: 'application/pdf',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  odp: 'application/vnd.oasis.opendocument.presentation',
  odt: 'application/vnd.oasis.opendocument.text',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  zip: 'application/zip',
  mp4: 'video/mp4',
} as const;
export type MaterialFileType = keyof typeof MATERIAL_FILE_TYPES;

/** A material as staff work with it: either a link or a file. */
export interface Material {
  id: string;
  version: number;
  kind: MaterialKind;
  audience: MaterialAudience;
  titles: Translations<string>;
  url: string | null;
  file: { name: string; type: MaterialFileType; byteSize: number } | null;
}

export interface AddMaterialLink {
  kind: MaterialKind;
  audience: MaterialAudience;
  titles: Translations<string>;
  url: string;
}

/** What comes with an uploaded file; its other titles are written afterwards. */
export interface AddMaterialFile {
  kind: MaterialKind;
  audience: MaterialAudience;
  title: string;
  language: Language;
}

export interface SaveMaterial {
  version: number;
  kind: MaterialKind;
  audience: MaterialAudience;
  titles: Translations<string>;
  /** null: of a file, which stays. */
  url: string | null;
}

export interface OrderMaterials {
  /** All of the session's, in their new order. */
  ids: string[];
}

const kind = { kind: 'text', values: MATERIAL_KINDS } as const;
const audience = { kind: 'text', values: MATERIAL_AUDIENCES } as const;

export const materialTitleRules = { kind: 'text', minLength: 1, maxLength: 200 } as const;

export const addMaterialLinkRules = {
  kind,
  audience,
  titles: { kind: 'translations', minLength: 1 },
  url: { kind: 'text', format: 'url', maxLength: 2000 },
} as const satisfies RulesFor<AddMaterialLink>;

export const addMaterialFileRules = {
  kind,
  audience,
  title: materialTitleRules,
  language: { kind: 'text', values: LANGUAGES },
} as const satisfies RulesFor<AddMaterialFile>;

export const saveMaterialRules = {
  version: { kind: 'number', min: 0 },
  kind,
  audience,
  titles: { kind: 'translations', minLength: 1 },
  url: { kind: 'text', format: 'url', maxLength: 2000, optional: true },
} as const satisfies RulesFor<SaveMaterial>;

export const orderMaterialsRules = {
  ids: { kind: 'list', format: 'uuid', maxLength: MATERIAL_LIMITS.perSession },
} as const satisfies RulesFor<OrderMaterials>;
