import { PlaceFinder } from './place-finder';

describe('PlaceFinder', () => {
  const places = new PlaceFinder();

  it.each([
    ['Stuttgart', 'DE', 48.8, 9.2],
    ['Belo Horizonte', 'BR', -19.9, -43.9],
    ['Thiès', 'SN', 14.8, -16.9],
    ['HUE', 'VN', 16.5, 107.6],
    ['Lviv', 'UA', 49.8, 24.0],
  ])('finds %s in %s, however it is written', (city, country, latitude, longitude) => {
    const found = places.locate(city, country);
    // A degree is less than a dot on a map of the world.
    expect(Math.abs((found?.latitude ?? NaN) - latitude)).toBeLessThan(1);
    expect(Math.abs((found?.longitude ?? NaN) - longitude)).toBeLessThan(1);
  });

  it('does not take a city of another country for it, nor invent one', () => {
    expect(places.locate('Stuttgart', 'FR')).toBeNull();
    expect(places.locate('Nowhere at all', 'DE')).toBeNull();
    expect(places.locate('', 'DE')).toBeNull();
  });

  it('takes the larger of two places with one name in one country', () => {
    expect(places.locate('Portland', 'US')?.longitude).toBeCloseTo(-122.7, 0);
  });
});
