import type { DynamicModule } from '@nestjs/common';
import {
  type Clock,
  type FeatureParts,
  JobsModule,
  ProgrammeFeatureApp,
  SessionObserver,
  startFeature,
} from '@reihe/api-platform';
import type { Me } from '@reihe/shared-contracts';
import { ProgrammeModule } from '../programme.module';
import { RecordingObserver } from './recording-observer';

/** The whole programme over HTTP, with an organiser signed in; what other features keep is written as rows. */
export class ProgrammeApp extends ProgrammeFeatureApp {
  readonly organiser: Me;

  constructor(
    parts: FeatureParts,
    readonly observer: RecordingObserver,
  ) {
    super(parts);
    this.organiser = parts.staff;
  }

  static async openAt(clock: Clock, { isObserved = true } = {}): Promise<ProgrammeApp> {
    const observer = new RecordingObserver();
    const modules = [JobsModule, ...(isObserved ? [observedBy(observer)] : []), ProgrammeModule];
    return startFeature({ clock, modules }, (parts) => new ProgrammeApp(parts, observer));
  }
}

function observedBy(observer: RecordingObserver): DynamicModule {
  return {
    module: class Observers {},
    global: true,
    providers: [{ provide: SessionObserver, useValue: observer }],
    exports: [SessionObserver],
  };
}
