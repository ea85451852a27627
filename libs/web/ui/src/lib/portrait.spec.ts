import { render, screen } from '@testing-library/angular';
import { Portrait } from './portrait';

describe('a portrait', () => {
  it('names the person and who took it, in the smallest size that exists', async () => {
    await render(Portrait, {
      inputs: {
        image: {
          width: 1200,
          height: 1200,
          widths: [480, 960],
          template: '/media/m1/{width}.{format}',
          formats: ['webp', 'jpeg'],
          alt: 'Ada Sample',
          caption: '',
          credit: 'Sample Photographer',
          licence: '',
        },
      },
    });
    expect(screen.getByRole('img', { name: 'Ada Sample' })).toHaveAttribute('src', '/media/m1/480.jpeg');
    expect(screen.getByText('Photo: Sample Photographer')).toBeVisible();
  });
});
