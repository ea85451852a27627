import { HttpClient, HttpErrorResponse } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { PAGE_SIZE, type Page } from '@reihe/shared-contracts';
import {
  IMPORT_LIMITS,
  recapImportPaths,
  type BeginRecapImport,
  type ChangeImportArticle,
  type ChangeImportArticles,
  type FetchFeed,
  type ImportArticle,
  type RecapImport,
  type RunRecapImport,
} from '@reihe/shared-editorial';
import { apiAddress, readAt, readFrom } from '@reihe/web-data-access';
import { firstValueFrom, type Observable } from 'rxjs';

/** A line that is down is tried again after so long, for some minutes. */
const PAUSE_MS = 2000;
const MOST_TRIES = 90;
const AWAY: ReadonlySet<number> = new Set([0, 502, 503, 504]);

export interface SendProgress {
  sent: number;
  total: number;
  /** The line is broken: it goes on by itself. */
  isWaiting: boolean;
}

@Injectable({ providedIn: 'root' })
export class RecapImportClient {
  private readonly http = inject(HttpClient);

  latest() {
    return readFrom<RecapImport[]>(() => ({ path: recapImportPaths.all }));
  }

  /** Idle while there is no id yet. */
  one(id: () => string) {
    return readAt<RecapImport>(() => id() || null, recapImportPaths.one);
  }

  articles(id: string, page: number): Promise<Page<ImportArticle>> {
    const params = { page, pageSize: PAGE_SIZE.max };
    return answer(this.http.get<Page<ImportArticle>>(apiAddress(recapImportPaths.articles(id)), { params }));
  }

  changeArticle(id: string, articleId: string, body: ChangeImportArticle): Promise<unknown> {
    return answer(this.http.put(apiAddress(recapImportPaths.article(id, articleId)), body));
  }

  changeArticles(id: string, body: ChangeImportArticles): Promise<unknown> {
    return answer(this.http.put(apiAddress(recapImportPaths.articles(id)), body));
  }

  run(id: string, body: RunRecapImport): Promise<unknown> {
    return answer(this.http.post(apiAddress(recapImportPaths.run(id)), body));
  }

  undo(id: string, version: number): Promise<unknown> {
    return answer(this.http.post(apiAddress(recapImportPaths.undo(id)), { version }));
  }

  drop(id: string): Promise<unknown> {
    return answer(this.http.delete(apiAddress(recapImportPaths.one(id))));
  }

  fetchFeed(body: FetchFeed): Promise<RecapImport> {
    return answer(this.http.post<RecapImport>(apiAddress(recapImportPaths.feed), body));
  }

  /** In parts, over short interruptions. @returns its import */
  async send(seriesId: string, file: File, tell: (progress: SendProgress) => void): Promise<RecapImport> {
    const body: BeginRecapImport = { seriesId, fileName: file.name.slice(-200), byteSize: file.size };
    let sent = await answer(this.http.post<RecapImport>(apiAddress(recapImportPaths.all), body));
    while (sent.received < file.size) {
      const progress = { sent: sent.received, total: file.size };
      tell({ ...progress, isWaiting: false });
      sent = await this.sendPart(sent, file, () => {
        tell({ ...progress, isWaiting: true });
      });
    }
    return sent;
  }

  private async sendPart({ id, received }: RecapImport, file: File, wait: () => void): Promise<RecapImport> {
    const bytes = await file.slice(received, received + IMPORT_LIMITS.chunk).arrayBuffer();
    for (let tries = 1; ; tries += 1) {
      try {
        return await answer(
          this.http.put<RecapImport>(apiAddress(recapImportPaths.file(id)), new Blob([bytes]), {
            params: { offset: received },
            headers: { 'Content-Type': 'application/octet-stream' },
          }),
        );
      } catch (error) {
        // The answer to this part got lost, the part did not.
        if (codeOf(error) === 'upload.wrong-offset')
          return answer(this.http.get<RecapImport>(apiAddress(recapImportPaths.one(id))));
        const isAway = error instanceof HttpErrorResponse && AWAY.has(error.status) && !codeOf(error);
        if (!isAway || tries >= MOST_TRIES) throw error;
        wait();
        await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
      }
    }
  }
}

function answer<T>(request: Observable<T>): Promise<T> {
  return firstValueFrom(request);
}

function codeOf(error: unknown): unknown {
  return error instanceof HttpErrorResponse ? (error.error as { code?: unknown } | null)?.code : undefined;
}
