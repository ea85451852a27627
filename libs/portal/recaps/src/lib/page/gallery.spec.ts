import { render, screen } from '@testing-library/angular';
import { fireEvent } from '@testing-library/dom';
import type { PublicImage } from '@reihe/shared-contracts';
import { Component, inject } from '@angular/core';
import { Gallery } from './gallery';
import { LargePictures } from './large-pictures';

const anImage = (name: string): PublicImage => ({
  width: 1600,
  height: 1067,
  template: `/media/${name}/{width}.{format}`,
  widths: [480, 960, 1600],
  formats: ['webp', 'jpeg'],
  alt: name,
  caption: '',
  credit: 'Sample | Reihe',
  licence: '',
});

const images = ['Roofs', 'River', 'Market'].map(anImage);

@Component({
  selector: 'reihe-page-with-gallery',
  imports: [Gallery],
  providers: [LargePictures],
  host: { '(click)': 'pictures.follow($event, all)' },
  template: `<reihe-gallery [images]="images" />`,
})
class PageWithGallery {
  protected readonly images = images;
  protected readonly all = [anImage('Lead'), ...images];
  protected readonly pictures = inject(LargePictures);
}

describe('the gallery', () => {
  beforeAll(() => {
    // jsdom draws no dialogs: opening and closing is all that is needed of them here.
    HTMLDialogElement.prototype.showModal = function () {
      this.open = true;
    };
    HTMLDialogElement.prototype.close = function () {
      this.open = false;
      this.dispatchEvent(new Event('close'));
    };
  });

  const show = () => render(PageWithGallery);
  const enlarge = (name: string) => fireEvent.click(screen.getByRole('link', { name }));

  it('leads to the large images where there are no scripts', async () => {
    await show();
    expect(screen.getByRole('link', { name: 'River' })).toHaveAttribute('href', '/media/River/1600.jpeg');
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  });

  it('credits each image beside it', async () => {
    await show();
    expect(screen.getAllByText('Image: Sample | Reihe')).toHaveLength(3);
  });

  it('opens an image large with its credit and place, without leaving the page', async () => {
    await show();
    const followed = enlarge('River');
    expect(followed).toBe(false);
    expect(await screen.findByRole('dialog', { name: 'Impressions' })).toHaveTextContent(
      /Image: Sample \| Reihe.*Image 2 of 3/,
    );
  });

  it('turns by keys and buttons, around the ends', async () => {
    await show();
    enlarge('Market');
    const dialog = await screen.findByRole('dialog');
    fireEvent.keyDown(dialog, { key: 'ArrowRight' });
    expect(await screen.findByText('Image 1 of 3')).toBeVisible();
    fireEvent.keyDown(dialog, { key: 'ArrowLeft' });
    expect(await screen.findByText('Image 3 of 3')).toBeVisible();
    fireEvent.click(screen.getByRole('button', { name: 'Previous' }));
    expect(await screen.findByText('Image 2 of 3')).toBeVisible();
  });

  it('closes by its button', async () => {
    await show();
    enlarge('Roofs');
    fireEvent.click(await screen.findByRole('button', { name: 'Close' }));
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  });

  it('leaves a wish for a new tab to the browser', async () => {
    await show();
    expect(fireEvent.click(screen.getByRole('link', { name: 'Roofs' }), { ctrlKey: true })).toBe(true);
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  });
});
