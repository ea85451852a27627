import { TestBed } from '@angular/core/testing';
import { HttpErrorResponse } from '@angular/common/http';
import { MEDIA_LIMITS } from '@reihe/shared-contracts';
import type { UploadProgress } from '@reihe/shared-editorial';
import { MediaClient } from '@reihe/web-data-access';
import { Subject } from 'rxjs';
import { anImage } from './testing/an-image';
import { UploadQueue } from './upload-queue';

function jpeg(name: string): File {
  return new File(['bytes'], name, { type: 'image/jpeg' });
}

/** A queue over a client whose uploads the test carries on itself. */
function aQueue() {
  const sent = new Map<string, Subject<UploadProgress>>();
  const upload = (file: File) => {
    const sending = new Subject<UploadProgress>();
    sent.set(file.name, sending);
    return sending;
  };
  TestBed.configureTestingModule({
    providers: [UploadQueue, { provide: MediaClient, useValue: { upload } }],
  });
  const queue = TestBed.inject(UploadQueue);
  const arrive = (name: string) => {
    sent.get(name)?.next({ kind: 'done', media: anImage({ id: name }) });
    sent.get(name)?.complete();
  };
  const refuse = (name: string, status: number, code?: string) =>
    sent.get(name)?.error(new HttpErrorResponse({ status, error: { code } }));
  const states = () => queue.uploads().map(({ state }) => state.kind);
  return { queue, sent, arrive, refuse, states };
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
    expect(queue.uploads()[0]?.state).toEqual({ kind: 'sending', part: 0.25 });
  });

  it('sends nothing that would be refused, and says why', () => {
    const { queue, sent } = aQueue();
    const large = jpeg('large.jpg');
    Object.defineProperty(large, 'size', { value: MEDIA_LIMITS.bytes + 1 });
    queue.add([new File(['%PDF'], 'paper.pdf', { type: 'application/pdf' }), large]);
    expect(sent.size).toBe(0);
    expect(queue.uploads().map(({ state }) => state)).toEqual([
      { kind: 'failed', words: expect.stringContaining('JPEG, PNG, WebP or AVIF'), canRetry: false },
      { kind: 'failed', words: expect.stringContaining('up to 20'), canRetry: false },
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
