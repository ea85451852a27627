import type { Language, RecapPage, RulesFor } from '@reihe/shared-contracts';
import type { StaffName } from './recap-workflow';

/** A secret address of a working copy that still opens. */
export interface RecapPreview {
  id: string;
  createdBy: StaffName | null;
  createdAt: string;
  expiresAt: string;
}

/** Its address is told once: only its hash is kept. */
export interface OpenedPreview {
  preview: RecapPreview;
  /** Absolute. */
  address: string;
}

export interface OpenPreview {
  days: number;
}

/** The working copy as readers would see it now. */
export interface RecapPreviewPage {
  page: RecapPage;
  /** Those it is written in. */
  languages: Language[];
  expiresAt: string;
}

export const openPreviewRules = {
  days: { kind: 'number', min: 1, max: 60 },
} as const satisfies RulesFor<OpenPreview>;

export const previewPaths = {
  previews: (recapId: string) => `/recaps/${recapId}/previews`,
  revoke: (recapId: string, id: string) => `/recaps/${recapId}/previews/${id}/revoke`,
} as const;
