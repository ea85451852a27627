import type { DynamicModule } from '@nestjs/common';
import { SessionWriter } from '@reihe/api-platform';

/** For specs of what only reads: nobody writes the programme. */
export function anUnusedWriter(): DynamicModule {
  return {
    module: class Writers {},
    global: true,
    providers: [{ provide: SessionWriter, useValue: {} }],
    exports: [SessionWriter],
  };
}
