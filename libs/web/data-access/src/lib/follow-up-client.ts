import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import type { Language } from '@reihe/shared-contracts';
import {
  followUpApiPaths,
  type AddMaterialFile,
  type AddMaterialLink,
  type AttendanceList,
  type FeedbackResults,
  type MarkAttendance,
  type MarkedAttendance,
  type Material,
  type OrderMaterials,
  type SaveMaterial,
  type WithdrawCertificate,
} from '@reihe/shared-registration';
import { firstValueFrom } from 'rxjs';
import { apiAddress, readAt, readFrom } from './requests';
import { StaffHttp } from './staff-http';

/** What organisers do after a session. Changes of materials answer all of the session's, in their order. */
@Injectable({ providedIn: 'root' })
export class FollowUpClient {
  private readonly http = inject(StaffHttp);
  private readonly raw = inject(HttpClient);

  materials(sessionId: () => string | null) {
    return readAt<Material[]>(sessionId, followUpApiPaths.materials);
  }

  addLink(sessionId: string, link: AddMaterialLink): Promise<Material[]> {
    return this.http.post(followUpApiPaths.materials(sessionId), link);
  }

  addFile(sessionId: string, about: AddMaterialFile, file: File): Promise<Material[]> {
    const body = new FormData();
    for (const [field, value] of Object.entries(about)) body.append(field, value as string);
    body.append('file', file, file.name);
    return firstValueFrom(
      this.raw.post<Material[]>(apiAddress(followUpApiPaths.materialFiles(sessionId)), body),
    );
  }

  saveMaterial(id: string, material: SaveMaterial): Promise<Material[]> {
    return this.http.put(followUpApiPaths.material(id), material);
  }

  orderMaterials(sessionId: string, ids: string[]): Promise<Material[]> {
    return this.http.put(followUpApiPaths.orderMaterials(sessionId), { ids } satisfies OrderMaterials);
  }

  removeMaterial(id: string): Promise<void> {
    return this.http.delete(followUpApiPaths.material(id));
  }

  attendance(sessionId: () => string | null) {
    return readAt<AttendanceList>(sessionId, followUpApiPaths.attendance);
  }

  mark(sessionId: string, registrationIds: string[], isPresent: boolean): Promise<MarkedAttendance> {
    const body: MarkAttendance = { registrationIds, isPresent };
    return this.http.post(followUpApiPaths.attendance(sessionId), body);
  }

  /** Of one that was withdrawn. */
  reissueCertificate(id: string): Promise<void> {
    return this.http.post(followUpApiPaths.reissueCertificate(id), {});
  }

  withdrawCertificate(id: string, reason: string): Promise<void> {
    return this.http.post(followUpApiPaths.withdrawCertificate(id), { reason } satisfies WithdrawCertificate);
  }

  feedback(sessionId: () => string | null, language: Language) {
    return readFrom<FeedbackResults>(() => {
      const asked = sessionId();
      return asked === null
        ? null
        : { path: followUpApiPaths.feedbackResults(asked), query: { lang: language } };
    });
  }
}
