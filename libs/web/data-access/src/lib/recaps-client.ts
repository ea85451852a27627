import { inject, Injectable } from '@angular/core';
import { apiPaths, type Language, type Page, type RecapState } from '@reihe/shared-contracts';
import {
  recapFiguresPaths,
  recapPaths,
  type ConfirmTranslation,
  type DeskPerson,
  type PublishRecap,
  type Recap,
  type RecapListItem,
  type RecapRevisionContent,
  type ReviewComment,
  type SaveRecap,
  type ScheduleRecap,
  type ShowFigures,
  type SubmitRecap,
} from '@reihe/shared-editorial';
import { readAt, readFrom, type ListQuery } from './requests';
import { StaffHttp } from './staff-http';

export interface RecapsQuery extends ListQuery {
  /** Id of a series. */
  series?: string | undefined;
  state?: RecapState | undefined;
  language?: Language | undefined;
}

/** Recaps as editors work with them. */
@Injectable({ providedIn: 'root' })
export class RecapsClient {
  private readonly http = inject(StaffHttp);

  list(query: () => RecapsQuery) {
    return readFrom<Page<RecapListItem>>(() => ({ path: apiPaths.recaps, query: query() }));
  }

  one(id: () => string | null) {
    return readAt<Recap>(id, apiPaths.recap);
  }

  fetch(id: string): Promise<Recap> {
    return this.http.get(apiPaths.recap(id));
  }

  create(recap: SaveRecap): Promise<Recap> {
    return this.http.post(apiPaths.recaps, recap);
  }

  /** A draft prefilled from the session's records. */
  createFromSession(sessionId: string): Promise<Recap> {
    return this.http.post(apiPaths.recapFromSession(sessionId));
  }

  save(id: string, recap: SaveRecap): Promise<Recap> {
    return this.http.put(apiPaths.recap(id), recap);
  }

  /** Who is at the desk. */
  people(): Promise<DeskPerson[]> {
    return this.http.get(recapPaths.people);
  }

  submit(id: string, body: SubmitRecap): Promise<Recap> {
    return this.http.post(apiPaths.submitRecap(id), body);
  }

  approve(id: string, version: number): Promise<Recap> {
    return this.http.post(recapPaths.approve(id), { version });
  }

  /** Takes an approval back. */
  reopen(id: string, version: number): Promise<Recap> {
    return this.http.post(recapPaths.reopen(id), { version });
  }

  schedule(id: string, body: ScheduleRecap): Promise<Recap> {
    return this.http.post(recapPaths.schedule(id), body);
  }

  unschedule(id: string, version: number): Promise<Recap> {
    return this.http.post(recapPaths.unschedule(id), { version });
  }

  sendBack(id: string, comment: ReviewComment): Promise<Recap> {
    return this.http.post(apiPaths.sendBackRecap(id), comment);
  }

  publish(id: string, body: PublishRecap): Promise<Recap> {
    return this.http.post(apiPaths.publishRecap(id), body);
  }

  /** Frozen or live, or frozen anew: what readers see is published once more with other figures. */
  showFigures(id: string, body: ShowFigures): Promise<Recap> {
    return this.http.post(recapFiguresPaths.show(id), body);
  }

  archive(id: string, version: number): Promise<Recap> {
    return this.http.post(apiPaths.archiveRecap(id), { version });
  }

  /** These parts of a translation are right as they are. */
  confirmTranslation(id: string, confirmed: ConfirmTranslation): Promise<Recap> {
    return this.http.post(apiPaths.confirmTranslation(id), confirmed);
  }

  revision(id: string, number: number): Promise<RecapRevisionContent> {
    return this.http.get(apiPaths.recapRevision(id, number));
  }

  /** Puts an older revision into the working copy; readers see it after the next publishing. */
  restoreRevision(id: string, number: number, version: number): Promise<Recap> {
    return this.http.post(apiPaths.restoreRevision(id, number), { version });
  }
}
