import { TestBed } from '@angular/core/testing';
import { ChartLooks } from './chart-look';

beforeAll(() => {
  const noMedia = { matches: false, addEventListener: jest.fn(), removeEventListener: jest.fn() };
  if (!('matchMedia' in window)) Object.assign(window, { matchMedia: () => noMedia });
});
afterEach(() => {
  document.body.removeAttribute('style');
});

it('names letters so that a chart stays XML: pictures are made of it', () => {
  document.body.style.fontFamily = '"Source Sans 3", "Helvetica Neue", sans-serif';
  const { font } = TestBed.inject(ChartLooks).look();
  expect(font).toContain('Source Sans 3');
  const svg = `<svg xmlns="http://www.w3.org/2000/svg"><text style="font-family:${font}">1</text></svg>`;
  const picture = new DOMParser().parseFromString(svg, 'image/svg+xml');
  expect(picture.querySelector('parsererror')).toBeNull();
});
