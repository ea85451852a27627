import { regionAround } from './crop-region';

describe('a crop', () => {
  const wide = 16 / 9;
  it.each([
    ['of a square keeps its width, in the middle', [900, 900], { x: 50, y: 50 }, [0, 197, 900, 506]],
    ['goes up with the focal point', [900, 900], { x: 50, y: 40 }, [0, 107, 900, 506]],
    ['ends at the edge', [900, 900], { x: 50, y: 0 }, [0, 0, 900, 506]],
    ['ends at the other edge', [900, 900], { x: 0, y: 100 }, [0, 394, 900, 506]],
    ['of a panorama keeps its height', [4000, 900], { x: 100, y: 0 }, [2400, 0, 1600, 900]],
    ['of the same shape is all of it', [1600, 900], { x: 10, y: 90 }, [0, 0, 1600, 900]],
    ['of a line is a line', [3000, 1], { x: 50, y: 50 }, [1499, 0, 2, 1]],
  ])('%s', (_what, [width = 0, height = 0], focus, [left, top, w, h]) => {
    expect(regionAround({ width, height }, wide, focus)).toEqual({ left, top, width: w, height: h });
  });
});
