import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { FunderReportFormat } from '@reihe/shared-figures';
import { oneLine } from './content/one-line';
import { withTexts } from './content/with-texts';
import type { FunderReport } from './funder-report';
import { writeReport, type ToWrite } from './write-report';

type Tell = (done: number, of: number) => void;
/** What the thread says: how far it is, at last the file. */
type Said = { done: number; of: number } | { file: Uint8Array };

/** Beside the bundle of the built server (tools/build/api). Run from sources, as specs do, there is none. */
const THREAD = fileURLToPath(new URL('./report-thread.js', import.meta.url));

/**
 * Writes a report as a file. The same report gives the same bytes, whenever and wherever it is written: dates in the file are those of
 * `asOf`, and nothing is drawn by lot. Laying out a long paper takes seconds of a processor: the built server does it in a thread
 * of its own, so that others are answered meanwhile.
 * @param tell how many of all steps are done, once per picture and at the end
 */
export function renderReport(
  report: FunderReport,
  format: FunderReportFormat,
  tell: Tell = () => undefined,
): Promise<Uint8Array> {
  const toWrite = { report: withTexts(report, oneLine), format };
  return existsSync(THREAD) ? inThread(toWrite, tell) : writeReport(toWrite, tell);
}

function inThread(toWrite: ToWrite, tell: Tell): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(THREAD, { workerData: toWrite });
    thread.on('message', (said: Said) => {
      if ('file' in said) resolve(said.file);
      else tell(said.done, said.of);
    });
    thread.on('error', reject);
    // After the file this changes nothing; without one the thread was ended from outside.
    thread.on('exit', (code) => {
      reject(new Error(`The thread of a report ended with ${code}.`));
    });
  });
}
