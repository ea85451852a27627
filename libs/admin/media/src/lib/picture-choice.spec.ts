import { HttpResourceRef } from '@angular/common/http';
import { signal } from '@angular/core';
import type { Media } from '@reihe/shared-contracts';
import type { UploadProgress } from '@reihe/shared-editorial';
import { anImage } from '@reihe/shared-testing';
import { fireEvent, render, screen } from '@testing-library/angular';
import { Subject } from 'rxjs';
import { ChosenPictures } from './chosen-pictures';
import { PictureChoice } from './picture-choice';
import { PictureLibrary } from './picture-library';

async function open(value: string[], isMany = true) {
  const sending = new Subject<UploadProgress>();
  const library: PictureLibrary = {
    mayWrite: signal(true),
    list: () => ({}) as HttpResourceRef<never>,
    fetch: (id) => Promise.resolve(anImage({ id })),
    save: (id, media) => Promise.resolve({ ...anImage({ id }), ...media }),
    upload: () => sending,
  };
  const chosen: string[][] = [];
  await render(PictureChoice, {
    inputs: { value, isMany },
    on: { value: (ids) => chosen.push(ids) },
    providers: [ChosenPictures, { provide: PictureLibrary, useValue: library }],
  });
  const arrive = (media: Media) => {
    sending.next({ kind: 'done', media });
    sending.complete();
  };
  return { chosen, sending, arrive };
}

const drop = () => {
  const input = screen.getByLabelText('Upload');
  fireEvent.change(input, { target: { files: [new File(['bytes'], 'new.jpg', { type: 'image/jpeg' })] } });
};

describe('choosing pictures', () => {
  it('shows each with its facts, and puts them in order by buttons', async () => {
    const { chosen } = await open(['a', 'b']);
    await screen.findByRole('button', { name: 'Move b.jpg forward' });
    fireEvent.click(screen.getByRole('button', { name: 'Move b.jpg forward' }));
    fireEvent.click(screen.getByRole('button', { name: /Take out\s*b\.jpg/ }));
    expect(chosen).toEqual([['b', 'a'], ['a']]);
  });

  it('puts what is uploaded at the end, once', async () => {
    const { chosen, sending, arrive } = await open(['a']);
    drop();
    sending.next({ kind: 'sending', sent: 1, total: 4 });
    expect(await screen.findByText('25 % sent')).toBeInTheDocument();
    arrive(anImage({ id: 'c' }));
    expect(chosen).toEqual([['a', 'c']]);
  });

  it('takes one alone where there is one place', async () => {
    const { chosen, arrive } = await open(['a'], false);
    drop();
    arrive(anImage({ id: 'c' }));
    expect(chosen).toEqual([['c']]);
  });
});
