import { inject, Injectable } from '@angular/core';
import { apiPaths, type Page, type SaveSpeaker, type Speaker } from '@reihe/shared-contracts';
import { readAt, readFrom, type ListQuery } from './requests';
import { StaffHttp } from './staff-http';

@Injectable({ providedIn: 'root' })
export class SpeakersClient {
  private readonly http = inject(StaffHttp);

  /** Idle while there is no query. */
  list(query: () => ListQuery | null) {
    return readFrom<Page<Speaker>>(() => {
      const asked = query();
      return asked && { path: apiPaths.speakers, query: asked };
    });
  }

  one(id: () => string | null) {
    return readAt<Speaker>(id, apiPaths.speaker);
  }

  fetch(id: string): Promise<Speaker> {
    return this.http.get(apiPaths.speaker(id));
  }

  create(speaker: SaveSpeaker): Promise<Speaker> {
    return this.http.post(apiPaths.speakers, speaker);
  }

  save(id: string, speaker: SaveSpeaker): Promise<Speaker> {
    return this.http.put(apiPaths.speaker(id), speaker);
  }

  remove(id: string): Promise<void> {
    return this.http.delete(apiPaths.speaker(id));
  }
}
