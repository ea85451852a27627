import type { DynamicModule } from '@nestjs/common';
import {
  type Clock,
  type FeatureParts,
  JobsModule,
  ProgrammeFeatureApp,
  SessionObserver,
  startFeature,
} from '@reihe/api-platform';
import { API_BASE, type Me } from '@reihe/shared-contracts';
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

  static async openAt(
    clock: Clock,
    { isObserved = true, beside }: { isObserved?: boolean; beside?: ProgrammeApp } = {},
  ): Promise<ProgrammeApp> {
    const observer = new RecordingObserver();
    const modules = [JobsModule, ...(isObserved ? [observedBy(observer)] : []), ProgrammeModule];
    return startFeature(
      { clock, modules, ...(beside && { beside }) },
      (parts) => new ProgrammeApp(parts, observer),
    );
  }

  /** Where it listens, for what a call to the end cannot ask: an answer that goes on. */
  async listen(): Promise<string> {
    await this.app.listen(0, '127.0.0.1');
    return `${await this.app.getUrl()}${API_BASE}`;
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
