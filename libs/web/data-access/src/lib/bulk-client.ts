import { inject, Injectable } from '@angular/core';
import { apiPaths } from '@reihe/shared-contracts';
import type { BulkPreview, BulkRequest, BulkResult } from '@reihe/shared-planning';
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
