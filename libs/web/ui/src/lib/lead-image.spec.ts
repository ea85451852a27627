import type { PublicImage } from '@reihe/shared-contracts';
import { render, screen } from '@testing-library/angular';
import { LeadImage } from './lead-image';

const image: PublicImage = {
  width: 1600,
  height: 900,
  template: '/media/a1/{width}.{format}',
  widths: [480, 960],
  formats: ['webp', 'jpeg'],
  alt: 'Roofs under a wide sky',
  caption: 'Looking south',
  credit: 'Sample | Reihe',
  licence: 'CC0',
};

describe('a lead image', () => {
  it('offers every size and reserves its room', async () => {
    const { container } = await render(LeadImage, { inputs: { image } });
    const shown = screen.getByRole('img', { name: 'Roofs under a wide sky' });
    expect(shown).toHaveAttribute('srcset', '/media/a1/480.jpeg 480w, /media/a1/960.jpeg 960w');
    expect(shown).toHaveAttribute('width', '1600');
    expect(container.querySelector('source')).toHaveAttribute(
      'srcset',
      '/media/a1/480.webp 480w, /media/a1/960.webp 960w',
    );
  });

  it('offers the best format that exists first, and shows a blurred one until it is there', async () => {
    const placeholder = 'data:image/webp;base64,AAAA';
    const { container } = await render(LeadImage, {
      inputs: { image: { ...image, formats: ['avif', 'webp', 'jpeg'], placeholder } },
    });
    const types = [...container.querySelectorAll('source')].map(({ type }) => type);
    expect(types).toEqual(['image/avif', 'image/webp']);
    expect(screen.getByRole('img').style.backgroundImage).toContain(placeholder);
  });

  it('names its caption and credit', async () => {
    await render(LeadImage, { inputs: { image } });
    expect(screen.getByRole('figure')).toHaveTextContent('Looking south Image: Sample | Reihe');
  });

  it('waits until it is near, unless it belongs to the first view', async () => {
    await render(LeadImage, { inputs: { image } });
    expect(screen.getByRole('img')).toHaveAttribute('loading', 'lazy');
  });

  it('comes at once in the first view', async () => {
    await render(LeadImage, { inputs: { image, isFirstView: true } });
    expect(screen.getByRole('img')).not.toHaveAttribute('loading');
  });
});
