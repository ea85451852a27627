import { inject, Injectable } from '@angular/core';
import {
  apiPaths,
  type InvitationState,
  type MergeSpeakers,
  type Page,
  type SaveSpeaker,
  type Speaker,
  type SpeakerDuplicates,
  type SpeakerPage,
  type SpeakerPhotoFilter,
  type SplitSpeakers,
} from '@reihe/shared-contracts';
import { readAt, readFrom, type ListQuery } from './requests';
import { StaffHttp } from './staff-http';

export interface SpeakersQuery extends ListQuery {
  country?: string | undefined;
  photo?: SpeakerPhotoFilter | undefined;
  /** Of a part in a session to come. */
  invitation?: InvitationState | undefined;
}

@Injectable({ providedIn: 'root' })
export class SpeakersClient {
  private readonly http = inject(StaffHttp);

  /** Idle while there is no query. */
  list(query: () => SpeakersQuery | null) {
    return readFrom<Page<Speaker>>(() => {
      const asked = query();
      return asked && { path: apiPaths.speakers, query: asked };
    });
  }

  fetchList(query: SpeakersQuery): Promise<Page<Speaker>> {
    return this.http.get(apiPaths.speakers, query);
  }

  one(id: () => string | null) {
    return readAt<Speaker>(id, apiPaths.speaker);
  }

  /** With every part and recap; an entry that was merged answers as the one that goes on. */
  page(id: () => string | null) {
    return readAt<SpeakerPage>(id, apiPaths.speakerPage);
  }

  duplicates() {
    return readFrom<SpeakerDuplicates>(() => ({ path: apiPaths.speakerDuplicates }));
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

  merge(keptId: string, merge: MergeSpeakers): Promise<Speaker> {
    return this.http.post(apiPaths.mergeSpeakers(keptId), merge);
  }

  split(keptId: string, split: SplitSpeakers): Promise<Speaker> {
    return this.http.post(apiPaths.splitSpeakers(keptId), split);
  }

  remove(id: string): Promise<void> {
    return this.http.delete(apiPaths.speaker(id));
  }
}
