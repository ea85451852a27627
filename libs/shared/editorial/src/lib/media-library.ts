import type { Media } from '@reihe/shared-contracts';

/** How far a file is on its way into the library, as clients tell screens. */
export type UploadProgress = { kind: 'sending'; sent: number; total: number } | { kind: 'done'; media: Media };
