import { inject, Injectable } from '@angular/core';
import { apiPaths, type BulkPreview, type BulkRequest, type BulkResult } from '@reihe/shared-contracts';
import { StaffHttp } from './staff-http';

/** One change for many sessions. */
@Injectable({ providedIn: 'root' })
export class BulkClient {
  private readonly http = inject(StaffHttp);

  preview(request: BulkRequest): Promise<BulkPreview> {
    return this.http.post(apiPaths.bulkPreview, request);
  }

  change(request: BulkRequest): Promise<BulkResult> {
    return this.http.post(apiPaths.bulkChange, request);
  }
}
