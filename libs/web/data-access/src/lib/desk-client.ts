import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { apiPaths, type Language } from '@reihe/shared-contracts';
import type {
  AddedPersonResult,
  AddPerson,
  AskDecision,
  AskMerge,
  DecisionPreview,
  DecisionResult,
  DeskQuestion,
  DeskRegistrations,
  LikelyPair,
  MakeDecision,
  MergeParticipants,
  MergePreview,
  ParticipantHistory,
  PeopleImportCheck,
  PeopleImportProgress,
  PeopleImportRequest,
  PeopleSheet,
  RegistrationFilter,
  RegistrationIds,
  RegistrationSort,
} from '@reihe/shared-registration';
import type { Observable } from 'rxjs';
import { postForLines } from './json-lines';
import { apiAddress, readAt, readFrom } from './requests';
import { StaffHttp } from './staff-http';

export interface DeskQuery extends RegistrationFilter {
  page?: number | undefined;
  pageSize?: number | undefined;
  sort?: RegistrationSort | undefined;
}

/** The organiser's table, and what is done from it. */
@Injectable({ providedIn: 'root' })
export class DeskClient {
  private readonly http = inject(StaffHttp);
  private readonly raw = inject(HttpClient);

  list(query: () => DeskQuery) {
    return readFrom<DeskRegistrations>(() => ({
      path: apiPaths.deskRegistrations,
      query: inAddress(query()),
    }));
  }

  fetchList(query: DeskQuery): Promise<DeskRegistrations> {
    return this.http.get(apiPaths.deskRegistrations, inAddress(query));
  }

  /** All that a filter finds, in the order of the table. */
  ids(query: DeskQuery): Promise<RegistrationIds> {
    return this.http.get(apiPaths.deskRegistrationIds, inAddress(query));
  }

  questions(scope: () => Pick<RegistrationFilter, 'session' | 'series'>) {
    return readFrom<DeskQuestion[]>(() => ({ path: apiPaths.deskQuestions, query: scope() }));
  }

  preview(request: AskDecision): Promise<DecisionPreview> {
    return this.http.post(apiPaths.previewDecision, request);
  }

  decide(request: MakeDecision): Promise<DecisionResult> {
    return this.http.post(apiPaths.makeDecision, request);
  }

  add(person: AddPerson): Promise<AddedPersonResult> {
    return this.http.post(apiPaths.addPerson, person);
  }

  readFile(file: File): Promise<PeopleSheet> {
    const body = new FormData();
    body.append('file', file, file.name);
    return this.http.post(apiPaths.peopleFile, body);
  }

  readText(text: string): Promise<PeopleSheet> {
    return this.http.post(apiPaths.peopleText, { text });
  }

  check(request: PeopleImportRequest): Promise<PeopleImportCheck> {
    return this.http.post(apiPaths.peopleCheck, request);
  }

  /** Ends in `done` or `failed`, or fails at once. */
  import(request: PeopleImportRequest): Observable<PeopleImportProgress> {
    return postForLines(this.raw, apiAddress(apiPaths.importPeople), request);
  }

  templateAddress(language: Language): string {
    return `${apiAddress(apiPaths.peopleTemplate)}?lang=${language}`;
  }

  participant(id: () => string | null) {
    return readAt<ParticipantHistory>(id, apiPaths.participant);
  }

  likelyPairs(scope: () => Pick<RegistrationFilter, 'session' | 'series'>) {
    return readFrom<LikelyPair[]>(() => ({ path: apiPaths.likelyPairs, query: scope() }));
  }

  previewMerge(keptId: string, ask: AskMerge): Promise<MergePreview> {
    return this.http.post(apiPaths.previewMerge(keptId), ask);
  }

  async merge(keptId: string, merge: MergeParticipants): Promise<void> {
    await this.http.post(apiPaths.mergeParticipants(keptId), merge);
  }
}

/** Several states stand in an address as one value. */
function inAddress({ states, ...query }: DeskQuery): object {
  return { ...query, ...(states?.length && { states: states.join(',') }) };
}
