import type { HttpResourceRef } from '@angular/common/http';
import type { Signal } from '@angular/core';
import type { Media, Page, SaveMedia } from '@reihe/shared-contracts';
import type { UploadProgress } from '@reihe/shared-editorial';
import type { Observable } from 'rxjs';

export interface LibraryQuery {
  q: string;
  page: number;
  pageSize: number;
}

/**
 * What choosing pictures needs of the media library. Features provide it with their client of the API, which parts of screens
 * never see.
 */
export abstract class PictureLibrary {
  abstract readonly mayWrite: Signal<boolean>;
  abstract list(query: () => LibraryQuery): HttpResourceRef<Page<Media> | undefined>;
  abstract fetch(id: string): Promise<Media>;
  abstract save(id: string, media: SaveMedia): Promise<Media>;
  abstract upload(file: File): Observable<UploadProgress>;
}
