import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { buildChanged } from '../build/build-changed.ts';
import { startThrowAwayPostgres } from '../postgres/throw-away.ts';
import { stopSignals } from '../processes/stop-signals.ts';
import { runCommand } from '../terminal/problem.ts';
import { committedDocument, currentDocument, documentFile } from './document.ts';

/** `npm run openapi`: writes the committed document anew. */
await runCommand(async () => {
  const signal = stopSignals();
  await buildChanged(['api'], signal);
  const postgres = await startThrowAwayPostgres();
  try {
    const document = await currentDocument(postgres.url, signal);
    const isNew = document !== committedDocument();
    mkdirSync(dirname(documentFile), { recursive: true });
    if (isNew) writeFileSync(documentFile, document);
    process.stdout.write(`docs/api/openapi.json ${isNew ? 'written' : 'is current'}.\n`);
  } finally {
    await postgres.stop();
  }
});
