import { landOf, mapPicture } from './map-picture';
import { mapPoints } from './map-points';

const look = {
  ...{ font: 'Inter', ink: '#111111', inkSoft: '#444444', line: '#cccccc', surface: '#ffffff' },
  ...{ harbour: '#004080', coral: '#902010' },
};
const place = (label: string, people: number, latitude: number | null = 10) => ({
  ...{ label, people, guests: 0, participations: people, latitude, longitude: latitude },
});

describe('the map of people', () => {
  it('draws places as large as people come from them, the larger below the smaller, and leaves out what is nowhere', () => {
    const points = mapPoints([place('Small', 1), place('Nowhere', 50, null), place('Large', 100)]);
    expect(points.map(({ label }) => label)).toEqual(['Large', 'Small']);
    expect(points[0]?.radius).toBeGreaterThan(5 * (points[1]?.radius ?? 99));
    // A tenth of the width for a hundredth of the people, but never too small to be seen.
    expect(points[1]?.radius).toBe(3);
  });

  it('leaves as a picture that needs nothing else, and in which nobody’s city is code', () => {
    const svg = mapPicture('M0 0L1 1', [{ label: '<script>"&', latitude: 0, longitude: 0, radius: 4 }], look);
    expect(svg).toContain('<path d="M0 0L1 1" fill="#cccccc"/>');
    expect(svg).toContain('<circle cx="500.0" cy="262.0" r="4.0" fill="#004080"');
    expect(svg).toContain('<title>&#60;script&#62;&#34;&#38;</title>');
    expect(svg).not.toMatch(/href|var\(/);
  });

  it('takes the land from the picture that the page shows', () => {
    expect(landOf('<svg><style>path{fill:#eee}</style><path d="M1 2z"/></svg>')).toBe('M1 2z');
    expect(landOf('<html></html>')).toBeNull();
  });
});
