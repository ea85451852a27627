import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { workspaceRoot } from './aliases.mjs';

/** Leaves a project's counts for the gate's summary, where Nx keeps them together with the cached run. */
export default class Counts {
  constructor({ rootDir }) {
    const name = relative(workspaceRoot, rootDir) || process.env.JEST_RUN;
    this.file = join(workspaceRoot, 'tmp/test-results', `${name}.json`);
  }

  onRunComplete(_tests, results) {
    const counts = {
      passed: results.numPassedTests,
      // A file that cannot even be read fails without having named a test.
      failed: results.numFailedTests + results.numRuntimeErrorTestSuites,
      skipped: results.numPendingTests + results.numTodoTests,
    };
    mkdirSync(dirname(this.file), { recursive: true });
    writeFileSync(this.file, JSON.stringify(counts));
  }
}
