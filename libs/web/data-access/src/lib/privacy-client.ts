import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import type { Page } from '@reihe/shared-contracts';
import {
  privacyApiPaths,
  type PersonHoldings,
  type PrivacyOverview,
  type PrivacyRecord,
  type PrivacyRequest,
  type RetentionPreview,
  type RetentionRule,
  type RetentionRun,
  type RunFigures,
  type RunRetention,
  type SetRetention,
} from '@reihe/shared-figures';
import { firstValueFrom } from 'rxjs';
import { apiAddress, readFrom, type ListQuery } from './requests';
import { StaffHttp } from './staff-http';

/** What is kept of people, and its end: of one person at once, of a series when its time has come. Every figure stays. */
@Injectable({ providedIn: 'root' })
export class PrivacyClient {
  private readonly http = inject(StaffHttp);
  private readonly raw = inject(HttpClient);

  overview() {
    return readFrom<PrivacyOverview>(() => ({ path: privacyApiPaths.overview }));
  }

  /** That people were erased or told everything; the latest first. */
  records(query: () => ListQuery) {
    return readFrom<Page<PrivacyRecord>>(() => ({ path: privacyApiPaths.records, query: query() }));
  }

  /** The latest first. */
  runs(query: () => ListQuery) {
    return readFrom<Page<RetentionRun>>(() => ({ path: privacyApiPaths.runs, query: query() }));
  }

  /** What the series of a run that went through came to before. */
  runFigures(runId: () => string) {
    return readFrom<RunFigures>(() => ({ path: privacyApiPaths.runFigures(runId()) }));
  }

  setDefault(rule: SetRetention): Promise<RetentionRule> {
    return this.http.put(privacyApiPaths.defaultRule, rule);
  }

  setOfSeries(seriesId: string, rule: SetRetention): Promise<RetentionRule> {
    return this.http.put(privacyApiPaths.seriesRule(seriesId), rule);
  }

  /** Changes nothing. */
  preview(seriesId: string): Promise<RetentionPreview> {
    return this.http.post(privacyApiPaths.preview(seriesId));
  }

  /** What the preview showed, or nothing. */
  run(seriesId: string, fingerprint: string): Promise<RetentionRun> {
    return this.http.post(privacyApiPaths.run(seriesId), { fingerprint } satisfies RunRetention);
  }

  held(participantId: string): Promise<PersonHoldings> {
    return this.http.get(privacyApiPaths.person(participantId));
  }

  /** Removes the person everywhere and keeps every figure. */
  erasePerson(participantId: string, reference = ''): Promise<void> {
    return this.http.post(privacyApiPaths.erasePerson(participantId), { reference } satisfies PrivacyRequest);
  }

  /** Somebody in a meeting report whom nobody identified. */
  eraseGuest(sessionId: string, attendeeId: string): Promise<void> {
    return this.http.delete(privacyApiPaths.eraseGuest(sessionId, attendeeId));
  }

  /** Everything about the person, to be handed over: a ZIP file. */
  exportPerson(participantId: string, reference = ''): Promise<Blob> {
    return firstValueFrom(
      this.raw.post(
        apiAddress(privacyApiPaths.exportPerson(participantId)),
        { reference } satisfies PrivacyRequest,
        { responseType: 'blob' },
      ),
    );
  }
}
