import type { OfferedMaterial } from '@reihe/shared-contracts';
import { render, screen } from '@testing-library/angular';
import { MaterialList } from './material-list';

const recording: OfferedMaterial = {
  id: 'm1',
  kind: 'recording',
  title: 'The whole session',
  language: 'en',
  href: 'https://www.video.example/watch',
  file: null,
};

describe('what a session hands out', () => {
  it('says what each thing is, how large a file is and where a link leads', async () => {
    const slides: OfferedMaterial = {
      id: 'm2',
      kind: 'slides',
      title: 'Folien',
      language: 'de',
      href: '/api/v1/materials/m2/file',
      file: { type: 'PDF', byteSize: 1_234_567 },
    };
    await render(MaterialList, { inputs: { materials: [recording, slides] } });
    const [first, second] = screen.getAllByRole('listitem');
    expect(first).toHaveTextContent('The whole session Recording · video.example');
    expect(second).toHaveTextContent('Folien Slides · PDF, 1.2 MB');
    expect(screen.getByRole('link', { name: 'Folien' })).toHaveAttribute('lang', 'de');
    expect(screen.getByRole('link', { name: 'The whole session' })).toHaveAttribute(
      'rel',
      'noopener noreferrer',
    );
  });

  it('calls nothing smaller than a kilobyte', async () => {
    await render(MaterialList, {
      inputs: { materials: [{ ...recording, file: { type: 'ZIP', byteSize: 12 } }] },
    });
    expect(screen.getByRole('listitem')).toHaveTextContent('ZIP, 1 kB');
  });
});
