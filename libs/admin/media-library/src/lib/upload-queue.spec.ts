import { TestBed } from '@angular/core/testing';
import { HttpErrorResponse } from '@angular/common/http';
import { MEDIA_LIMITS } from '@reihe/shared-contracts';
import type { UploadProgress } from '@reihe/shared-editorial';
import { MediaClient, StaffAccess } from '@reihe/web-data-access';
import { Subject } from 'rxjs';
import { anImage } from '@reihe/shared-testing';
import type { KeptUpload } from './kept-uploads';
import { KeptUploads } from './kept-uploads';
import { UploadQueue } from './upload-queue';

function jpeg(name: string): File {
  return new File(['bytes'], name, { type: 'image/jpeg' });
}

/** What a browser keeps, as far as the queue sees it. */
class FakeKept {
  readonly ids = new Map<string, string | null>();

  constructor(private readonly rest: KeptUpload[]) {
    for (const { id, uploadId } of rest) this.ids.set(id, uploadId);
  }

  left(): Promise<KeptUpload[]> {
    return Promise.resolve(this.rest);
  }

  put({ id, uploadId }: KeptUpload): Promise<boolean> {
    this.ids.set(id, uploadId);
    return Promise.resolve(true);
  }

  forget(id: string): Promise<void> {
    this.ids.delete(id);
    return Promise.resolve();
  }
}

const turns = () => new Promise((resolve) => setTimeout(resolve));

/** A queue over a client whose uploads the test carries on itself. */
function aQueue(left: KeptUpload[] = []) {
  const kept = new FakeKept(left);
  const sent = new Map<string, Subject<UploadProgress>>();
  const begun = new Map<string, string | null>();
  const dropped: string[] = [];
  const dropUpload = (id: string) => Promise.resolve(void dropped.push(id));
  const upload = (file: File, uploadId: string | null) => {
    begun.set(file.name, uploadId);
    const sending = new Subject<UploadProgress>();
    sent.set(file.name, sending);
    return sending;
  };
  TestBed.configureTestingModule({
    providers: [
      UploadQueue,
      { provide: MediaClient, useValue: { upload, dropUpload } },
      { provide: StaffAccess, useValue: { me: () => ({ id: 'a' }) } },
      { provide: KeptUploads, useValue: kept },
    ],
  });
  const queue = TestBed.inject(UploadQueue);
  const arrive = (name: string) => {
    sent.get(name)?.next({ kind: 'done', media: anImage({ id: name }) });
    sent.get(name)?.complete();
  };
  const refuse = (name: string, status: number, code?: string) =>
    sent.get(name)?.error(new HttpErrorResponse({ status, error: { code } }));
  const states = () => queue.uploads().map(({ state }) => state.kind);
  return { queue, sent, begun, dropped, kept, arrive, refuse, states };
}

describe('the upload queue', () => {
  it('sends two at once and goes on with the next as one arrives', () => {
    const { queue, arrive, states } = aQueue();
    queue.add([jpeg('a'), jpeg('b'), jpeg('c')]);
    expect(states()).toEqual(['sending', 'sending', 'waiting']);
    arrive('a');
    expect(states()).toEqual(['done', 'sending', 'sending']);
    arrive('b');
    arrive('c');
    expect(queue.isBusy()).toBe(false);
    expect(queue.arrivals()).toBe(3);
  });

  it('tells of each how much is sent', () => {
    const { queue, sent } = aQueue();
    queue.add([jpeg('a')]);
    sent.get('a')?.next({ kind: 'sending', sent: 25, total: 100 });
    expect(queue.uploads()[0]?.state).toEqual({ kind: 'sending', part: 0.25, isWaiting: false });
  });

  it('keeps files in the browser until they have arrived, with where they are', async () => {
    const { queue, sent, kept, arrive } = aQueue();
    queue.add([jpeg('a'), jpeg('b'), jpeg('c')]);
    sent.get('a')?.next({ kind: 'begun', uploadId: 'u1' });
    await turns();
    expect([...kept.ids.values()]).toEqual(['u1', null, null]);
    expect(queue.uploads().every(({ isKept }) => isKept)).toBe(true);
    arrive('a');
    await turns();
    expect([...kept.ids.values()]).toEqual([null, null]);
  });

  it('goes on with what an earlier page left, from where it is', async () => {
    const { queue, begun, states } = aQueue([
      { id: 'k1', uploadId: 'u1', staffId: 'a', file: jpeg('half') },
      { id: 'k2', uploadId: null, staffId: 'a', file: jpeg('not begun') },
    ]);
    await turns();
    expect(states()).toEqual(['sending', 'sending']);
    expect([...begun]).toEqual([
      ['half', 'u1'],
      ['not begun', null],
    ]);
    expect(queue.isBusy()).toBe(true);
  });

  it('says that the line is down, and lets go of what is taken off the list everywhere', async () => {
    const { queue, sent, dropped, kept } = aQueue();
    queue.add([jpeg('a')]);
    sent.get('a')?.next({ kind: 'begun', uploadId: 'u1' });
    sent.get('a')?.next({ kind: 'waiting', sent: 50, total: 100 });
    expect(queue.uploads()[0]?.state).toEqual({ kind: 'sending', part: 0.5, isWaiting: true });
    await turns();
    queue.drop(queue.uploads()[0]?.key ?? 0);
    await turns();
    expect([dropped, kept.ids.size]).toEqual([['u1'], 0]);
  });

  it('sends nothing that would be refused, and says why', () => {
    const { queue, sent } = aQueue();
    const large = jpeg('large.jpg');
    Object.defineProperty(large, 'size', { value: MEDIA_LIMITS.bytes + 1 });
    queue.add([
      new File(['%PDF'], 'paper.pdf', { type: 'application/pdf' }),
      large,
      new File([], 'empty.jpg', { type: 'image/jpeg' }),
    ]);
    expect(sent.size).toBe(0);
    expect(queue.uploads().map(({ state }) => state)).toEqual([
      { kind: 'failed', words: expect.stringContaining('JPEG, PNG, WebP or AVIF'), canRetry: false },
      { kind: 'failed', words: expect.stringContaining('up to 20'), canRetry: false },
      { kind: 'failed', words: expect.stringContaining('is empty'), canRetry: false },
    ]);
  });

  it('is not held up by a failure, and tries again what a broken connection stopped', () => {
    const { queue, arrive, refuse, states } = aQueue();
    queue.add([jpeg('a'), jpeg('b'), jpeg('c')]);
    refuse('a', 0);
    refuse('b', 422, 'media.broken');
    expect(states()).toEqual(['failed', 'failed', 'sending']);
    expect(queue.uploads().map(({ state }) => state.kind === 'failed' && state.canRetry)).toEqual([
      true,
      false,
      false,
    ]);
    queue.retry(queue.uploads()[0]?.key ?? 0);
    arrive('a');
    expect(states()).toEqual(['done', 'failed', 'sending']);
  });

  it('stops what is taken off the list and gives its place to the next', () => {
    const { queue, sent, states } = aQueue();
    queue.add([jpeg('a'), jpeg('b'), jpeg('c')]);
    queue.drop(queue.uploads()[0]?.key ?? 0);
    expect(sent.get('a')?.observed).toBe(false);
    expect(states()).toEqual(['sending', 'sending']);
    expect(sent.has('c')).toBe(true);
  });
});
