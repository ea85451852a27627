import sharp, { type Sharp } from 'sharp';

/** A picture of one colour. */
export function plain(width: number, height: number, colour: string): Sharp {
  return sharp({ create: { width, height, channels: 3, background: colour } });
}

/** A picture with something in it: blots whose places follow from `seed`, so that each seed looks like itself alone. */
export function scene(seed: number, width = 1200, height = 900): Sharp {
  let state = seed * 2_654_435_761;
  const next = (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return (state >>> 8) % below;
  };
  const blots = Array.from({ length: 24 }, () => {
    const grey = next(256);
    return `<circle cx="${next(100)}%" cy="${next(100)}%" r="${6 + next(18)}%" fill="rgb(${grey},${grey},${grey})"/>`;
  });
  return sharp(
    Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="#888"/>${blots.join('')}</svg>`,
    ),
  ).flatten({ background: '#888888' });
}

/** Nothing that a format can make small. */
export function noise(width: number, height: number): Sharp {
  const background = '#000000';
  return sharp({
    create: { width, height, channels: 3, background, noise: { type: 'gaussian', mean: 128, sigma: 60 } },
  });
}
