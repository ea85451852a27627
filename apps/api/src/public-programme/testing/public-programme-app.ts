import { type Clock, JobsModule, ProgrammeFeatureApp, startFeature } from '@reihe/api-platform';
import { ProgrammeModule } from '@reihe/api-programme';
import { PublicProgrammeModule, publicProgrammeRootRoutes } from '@reihe/api-public-programme';

/** The programme written by organisers and read by everyone. */
export class PublicProgrammeApp extends ProgrammeFeatureApp {
  static openAt(clock: Clock): Promise<PublicProgrammeApp> {
    const modules = [JobsModule, ProgrammeModule, PublicProgrammeModule];
    return startFeature(
      { clock, modules, rootRoutes: publicProgrammeRootRoutes },
      (parts) => new PublicProgrammeApp(parts),
    );
  }
}
