import { widthsOf } from './crops';

describe('a size of an image', () => {
  it('is never made larger than it is', () => {
    expect(widthsOf(300)).toEqual([300]);
    expect(widthsOf(960)).toEqual([480, 960]);
    expect(widthsOf(5000)).toEqual([480, 960, 1600]);
  });
});
