import type { SessionRow } from '@reihe/api-persistence';
import { FeatureApp, JobsModule, startFeature, type Clock } from '@reihe/api-platform';
import { RecapDraftsModule } from '@reihe/api-recap-drafts';
import { RecapsModule } from '@reihe/api-recaps';
import { aSeries, aSession } from '@reihe/api-sample-records';

/** Recaps and what begins them, over HTTP, with an editor signed in. */
export class DraftsApp extends FeatureApp {
  /** @param beside another process on the same database */
  static openAt(clock: Clock, beside?: FeatureApp): Promise<DraftsApp> {
    return startFeature(
      {
        clock,
        modules: [JobsModule, RecapsModule, RecapDraftsModule],
        role: 'editor',
        ...(beside && { beside }),
      },
      (parts) => new DraftsApp(parts),
    );
  }

  aSeries(slug: string): Promise<string> {
    return aSeries(this.database.dataSource, slug);
  }

  aSession(seriesId: string, slug: string, change: Partial<SessionRow> = {}): Promise<string> {
    return aSession(this.database.dataSource, seriesId, slug, change);
  }
}
