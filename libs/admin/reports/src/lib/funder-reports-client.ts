import { inject, Injectable } from '@angular/core';
import { figuresApiPaths, type MadeFunderReport, type MakeFunderReport } from '@reihe/shared-figures';
import { apiAddress, readAt, StaffHttp } from '@reihe/web-data-access';

/** Reports of a series for its funders: asked for here, made by a worker. */
@Injectable({ providedIn: 'root' })
export class FunderReportsClient {
  private readonly http = inject(StaffHttp);

  ofSeries(seriesId: () => string | null) {
    return readAt<MadeFunderReport[]>(seriesId, figuresApiPaths.funderReports);
  }

  make(seriesId: string, order: MakeFunderReport): Promise<MadeFunderReport> {
    return this.http.post(figuresApiPaths.funderReports(seriesId), order);
  }

  makeAgain({ seriesId, id }: MadeFunderReport): Promise<MadeFunderReport> {
    return this.http.post(figuresApiPaths.funderReportAgain(seriesId, id));
  }

  remove({ seriesId, id }: MadeFunderReport): Promise<void> {
    return this.http.delete(figuresApiPaths.funderReport(seriesId, id));
  }

  /** Where a browser gets its file. */
  fileAddress({ seriesId, id }: MadeFunderReport): string {
    return apiAddress(figuresApiPaths.funderReportFile(seriesId, id));
  }
}
