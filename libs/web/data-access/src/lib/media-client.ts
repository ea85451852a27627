import { HttpClient, HttpEventType, type HttpEvent } from '@angular/common/http';
import { computed, inject, Injectable } from '@angular/core';
import { apiPaths, type Media, type Page, type SaveMedia } from '@reihe/shared-contracts';
import type { UploadProgress } from '@reihe/shared-editorial';
import { filter, map, type Observable } from 'rxjs';
import { apiAddress, readAt, readFrom, type ListQuery } from './requests';
import { StaffAccess } from './staff-access';
import { StaffHttp } from './staff-http';

export interface MediaQuery extends ListQuery {
  /** Only images without credit, or without alt text in some language. */
  missing?: 'credit' | 'alt' | undefined;
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

  one(id: () => string | null) {
    return readAt<Media>(id, apiPaths.oneMedia);
  }

  fetch(id: string): Promise<Media> {
    return this.http.get(apiPaths.oneMedia(id));
  }

  /** Progress needs XMLHttpRequest underneath (`withXhr()`). The same file twice answers the image already there. */
  upload(file: File): Observable<UploadProgress> {
    const body = new FormData();
    body.append('file', file, file.name);
    return this.raw
      .post<Media>(apiAddress(apiPaths.media), body, { reportProgress: true, observe: 'events' })
      .pipe(
        map((event) => uploadOf(event, file.size)),
        filter((upload) => upload !== null),
      );
  }

  save(id: string, media: SaveMedia): Promise<Media> {
    return this.http.put(apiPaths.oneMedia(id), media);
  }

  remove(id: string): Promise<void> {
    return this.http.delete(apiPaths.oneMedia(id));
  }
}

function uploadOf(event: HttpEvent<Media>, size: number): UploadProgress | null {
  if (event.type === HttpEventType.UploadProgress)
    return { kind: 'sending', sent: event.loaded, total: event.total ?? size };
  if (event.type === HttpEventType.Response && event.body) return { kind: 'done', media: event.body };
  return null;
}
