import { DestroyRef, DOCUMENT, inject, Injectable } from '@angular/core';

export interface KeptUpload {
  /** Names it in this browser. */
  id: string;
  /** The upload's address on the server, once it has begun. */
  uploadId: string | null;
  /** Whose it is: somebody else at this computer does not go on with it. */
  staffId: string;
  file: File;
}

const DATABASE = 'reihe-uploads';
const STORE = 'files';

/**
 * Files on their way, kept by this browser until they have arrived: after a reload or a crash they go on without being chosen again.
 * A browser that keeps nothing (a private window, a full disk) loses that and nothing else, so nothing here ever fails.
 */
@Injectable({ providedIn: 'root' })
export class KeptUploads {
  private readonly view = inject(DOCUMENT).defaultView;
  private readonly destroyed = inject(DestroyRef);

  /** What an earlier page left. None where another tab is at it. */
  async left(staffId: string): Promise<KeptUpload[]> {
    if (!(await this.isOnlyTab())) return [];
    const kept = await this.work<KeptUpload[]>('readonly', (store) => store.getAll());
    return (kept ?? []).filter((upload) => upload.staffId === staffId);
  }

  /** False: it is not kept. */
  async put(upload: KeptUpload): Promise<boolean> {
    return (await this.work('readwrite', (store) => store.put(upload))) !== null;
  }

  async forget(id: string): Promise<void> {
    await this.work('readwrite', (store) => store.delete(id));
  }

  /** Holds a lock as long as this page lives; browsers without locks have one tab as far as we know. */
  private isOnlyTab(): Promise<boolean> {
    const locks = this.view?.navigator.locks;
    if (!locks) return Promise.resolve(true);
    return new Promise((tell) => {
      const held = locks.request(DATABASE, { ifAvailable: true }, (lock) => {
        tell(lock !== null);
        return lock && new Promise<void>((release) => this.destroyed.onDestroy(release));
      });
      held.catch(() => {
        tell(false);
      });
    });
  }

  private async work<T>(
    mode: IDBTransactionMode,
    ask: (store: IDBObjectStore) => IDBRequest<T> | IDBRequest,
  ): Promise<T | null> {
    try {
      const database = await this.open();
      if (!database) return null;
      const answer = (await answered(ask(database.transaction(STORE, mode).objectStore(STORE)))) as T;
      database.close();
      return answer;
    } catch {
      return null;
    }
  }

  private async open(): Promise<IDBDatabase | null> {
    if (!this.view?.indexedDB) return null;
    const opening = this.view.indexedDB.open(DATABASE, 1);
    opening.onupgradeneeded = () => {
      opening.result.createObjectStore(STORE, { keyPath: 'id' });
    };
    return answered(opening);
  }
}

function answered<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => {
      resolve(request.result);
    };
    request.onerror = () => {
      reject(request.error ?? new Error('The browser keeps nothing.'));
    };
  });
}
