import { Injectable } from '@nestjs/common';
import { correlationIdOf, problemOf } from '@reihe/api-platform';
import type { Me } from '@reihe/shared-contracts';
import type { ImportProgress, ImportRequest } from '@reihe/shared-planning';
import type { Request, Response } from 'express';
import { SessionImport } from './session-import.service';

/**
 * An import as a stream of JSON lines: how far it is, and how it ended. What is refused before the first row is written is
 * answered as any other problem.
 */
@Injectable()
export class ImportStream {
  constructor(private readonly imports: SessionImport) {}

  async run(body: ImportRequest, staff: Me, request: Request, response: Response): Promise<void> {
    const send = (line: ImportProgress) => {
      // Compressed or held back on the way, progress would arrive when all is over.
      if (!response.headersSent)
        response
          .status(200)
          .type('application/x-ndjson')
          .set({ 'Cache-Control': 'no-store, no-transform', 'X-Accel-Buffering': 'no' });
      response.write(`${JSON.stringify(line)}\n`);
    };
    try {
      const result = await this.imports.run(body, staff, (done, total) => {
        send({ kind: 'progress', done, total });
      });
      send({ kind: 'done', result });
    } catch (error) {
      if (!response.headersSent) throw error;
      send({ kind: 'failed', problem: problemOf(error, correlationIdOf(request)) });
    }
    response.end();
  }
}
