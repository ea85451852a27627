import { parentPort, workerData } from 'node:worker_threads';
import { writeReport, type ToWrite } from './write-report';

/** The thread in which the built server writes a report; an entry of its bundle. What goes wrong ends it, which `renderReport` hears of. */
const file = await writeReport(workerData as ToWrite, (done, of) => parentPort?.postMessage({ done, of }));
parentPort?.postMessage({ file });
