import { HttpClient } from '@angular/common/http';
import { computed, inject, Injectable } from '@angular/core';
import { apiPaths, type Language, type Media, type Page, type SaveMedia } from '@reihe/shared-contracts';
import type {
  BulkMedia,
  BulkMediaAnswer,
  LookAlike,
  MediaFilter,
  MediaReplacement,
  ReplaceMedia,
  RestoreBulkMedia,
  UploadProgress,
} from '@reihe/shared-editorial';
import type { Observable } from 'rxjs';
import { readAt, readFrom, type ListQuery } from './requests';
import { sendInParts } from './resumable-upload';
import { StaffAccess } from './staff-access';
import { StaffHttp } from './staff-http';

export interface MediaQuery extends ListQuery {
  filter?: MediaFilter | undefined;
  /** With the filter `alt`: only where this language lacks its text. */
  language?: Language | undefined;
}

@Injectable({ providedIn: 'root' })
export class MediaClient {
  private readonly http = inject(StaffHttp);
  private readonly raw = inject(HttpClient);
  private readonly access = inject(StaffAccess);
  readonly mayWrite = computed(() => this.access.may('media.write'));

  list(query: () => MediaQuery) {
    return readFrom<Page<Media>>(() => ({ path: apiPaths.media, query: query() }));
  }

  page(query: MediaQuery): Promise<Page<Media>> {
    return this.http.get(apiPaths.media, query);
  }

  one(id: () => string | null) {
    return readAt<Media>(id, apiPaths.oneMedia);
  }

  lookAlikes(id: () => string | null) {
    return readAt<LookAlike[]>(id, apiPaths.mediaLookAlikes);
  }

  fetch(id: string): Promise<Media> {
    return this.http.get(apiPaths.oneMedia(id));
  }

  /**
   * In parts, over interruptions; the same file twice answers the image already there. Progress needs XMLHttpRequest underneath
   * (`withXhr()`).
   * @param begun an upload that an earlier page began
   */
  upload(file: File, begun: string | null = null): Observable<UploadProgress> {
    return sendInParts(this.raw, file, begun);
  }

  dropUpload(id: string): Promise<void> {
    return this.http.delete(apiPaths.mediaUpload(id));
  }

  save(id: string, media: SaveMedia): Promise<Media> {
    return this.http.put(apiPaths.oneMedia(id), media);
  }

  saveMany(body: BulkMedia): Promise<BulkMediaAnswer> {
    return this.http.put(apiPaths.mediaBulk, body);
  }

  restoreMany(body: RestoreBulkMedia): Promise<void> {
    return this.http.post(`${apiPaths.mediaBulk}/restore`, body);
  }

  previewReplacement(id: string): Promise<MediaReplacement> {
    return this.http.get(apiPaths.mediaReplacement(id));
  }

  replace(id: string, body: ReplaceMedia): Promise<MediaReplacement> {
    return this.http.post(apiPaths.mediaReplacement(id), body);
  }

  remove(id: string): Promise<void> {
    return this.http.delete(apiPaths.oneMedia(id));
  }
}
