import { HttpClient, provideHttpClient } from '@angular/common/http';
import {
  HttpTestingController,
  provideHttpClientTesting,
  type TestRequest,
} from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { UPLOAD_CHUNK_BYTES, type MediaUpload, type UploadProgress } from '@reihe/shared-editorial';
import type { Subscription } from 'rxjs';
import { sendInParts } from './resumable-upload';

const SIZE = UPLOAD_CHUNK_BYTES + 100;
const uploads = '/api/v1/media/uploads';

// Every browser has it; the one of the specs has not.
Blob.prototype.arrayBuffer ??= function (this: Blob) {
  return new Promise((resolve) => {
    const reader = new FileReader();
    reader.onload = () => {
      resolve(reader.result as ArrayBuffer);
    };
    reader.readAsArrayBuffer(this);
  });
};

const aTurn = () => new Promise((resolve) => setTimeout(resolve, 5));

describe('an upload in parts', () => {
  let backend: HttpTestingController;
  let seen: UploadProgress[];
  let failure: unknown;
  let isDone: boolean;
  let sending: Subscription | null = null;

  beforeEach(() => {
    TestBed.configureTestingModule({ providers: [provideHttpClient(), provideHttpClientTesting()] });
    backend = TestBed.inject(HttpTestingController);
    [seen, failure, isDone] = [[], undefined, false];
  });
  afterEach(() => {
    sending?.unsubscribe();
    backend.verify();
  });

  const send = (begun: string | null = null, file = new File([new Uint8Array(SIZE)], 'harbour.jpg')) => {
    sending = sendInParts(TestBed.inject(HttpClient), file, begun).subscribe({
      next: (progress) => seen.push(progress),
      error: (error: unknown) => (failure = error),
      complete: () => (isDone = true),
    });
  };
  const answer = (offset: number, media: object | null = null) =>
    ({ id: 'u1', fileName: 'harbour.jpg', byteSize: SIZE, offset, media }) as MediaUpload;
  /** What was asked for meanwhile; reading a file takes a few turns. */
  const asked = async (method: string, url: string): Promise<TestRequest> => {
    for (let turn = 0; turn < 600; turn += 1) {
      const [found] = backend.match((request) => request.method === method && request.url === url);
      if (found) return found;
      await aTurn();
    }
    throw new Error(`${method} ${url} was not asked for.`);
  };
  const settled = async () => {
    for (let turn = 0; turn < 10; turn += 1) await aTurn();
  };
  const offsetOf = ({ request }: TestRequest) => request.params.get('offset');

  it('is begun, sent part by part with its progress, and ends in the picture', async () => {
    send();
    const begun = await asked('POST', uploads);
    expect(begun.request.body).toEqual({ fileName: 'harbour.jpg', byteSize: SIZE });
    begun.flush(answer(0));
    const first = await asked('PUT', `${uploads}/u1`);
    expect([offsetOf(first), (first.request.body as Blob).size]).toEqual(['0', UPLOAD_CHUNK_BYTES]);
    first.event({ type: 1, loaded: 500, total: UPLOAD_CHUNK_BYTES });
    first.flush(answer(UPLOAD_CHUNK_BYTES));
    const second = await asked('PUT', `${uploads}/u1`);
    expect([offsetOf(second), (second.request.body as Blob).size]).toEqual([String(UPLOAD_CHUNK_BYTES), 100]);
    second.flush(answer(SIZE, { id: 'm1' }));
    await settled();
    expect(seen).toEqual([
      { kind: 'begun', uploadId: 'u1' },
      { kind: 'sending', sent: 500, total: SIZE },
      { kind: 'done', media: { id: 'm1' } },
    ]);
    expect(isDone).toBe(true);
  });

  it('waits for a line that is down and goes on with the same part, sooner when the browser says it is back', async () => {
    send('u1');
    (await asked('GET', `${uploads}/u1`)).flush(answer(UPLOAD_CHUNK_BYTES));
    (await asked('PUT', `${uploads}/u1`)).error(new ProgressEvent('error'));
    await settled();
    expect(seen.at(-1)).toEqual({ kind: 'waiting', sent: UPLOAD_CHUNK_BYTES, total: SIZE });
    backend.expectNone(`${uploads}/u1`);
    // After a second it is tried again.
    (await asked('PUT', `${uploads}/u1`)).flush('', { status: 502, statusText: 'Bad Gateway' });
    await settled();
    window.dispatchEvent(new Event('online'));
    const again = await asked('PUT', `${uploads}/u1`);
    expect(offsetOf(again)).toBe(String(UPLOAD_CHUNK_BYTES));
    again.flush(answer(SIZE, { id: 'm1' }));
    await settled();
    expect(isDone).toBe(true);
  });

  it('sends no part twice where only the answer was lost', async () => {
    send('u1');
    (await asked('GET', `${uploads}/u1`)).flush(answer(0));
    (await asked('PUT', `${uploads}/u1`)).flush(
      { code: 'upload.wrong-offset', details: { offset: UPLOAD_CHUNK_BYTES } },
      { status: 409, statusText: 'Conflict' },
    );
    const next = await asked('PUT', `${uploads}/u1`);
    expect(offsetOf(next)).toBe(String(UPLOAD_CHUNK_BYTES));
    next.flush(answer(SIZE, { id: 'm1' }));
    await settled();
    expect(isDone).toBe(true);
  });

  it('begins anew what the server has forgotten', async () => {
    send('u0');
    (await asked('GET', `${uploads}/u0`)).flush(
      { code: 'upload.not-found' },
      { status: 404, statusText: 'Not Found' },
    );
    (await asked('POST', uploads)).flush(answer(0));
    await settled();
    expect(seen).toEqual([{ kind: 'begun', uploadId: 'u1' }]);
    sending?.unsubscribe();
    await asked('PUT', `${uploads}/u1`).catch(() => undefined);
  });

  it('fails with what the server refuses, and with a storage that is away, which is worth another try later', async () => {
    send('u1');
    (await asked('GET', `${uploads}/u1`)).flush(answer(0));
    (await asked('PUT', `${uploads}/u1`)).flush(
      { code: 'storage.unavailable' },
      { status: 503, statusText: 'Service Unavailable' },
    );
    await settled();
    expect(failure).toMatchObject({ status: 503, error: { code: 'storage.unavailable' } });
  });
});
