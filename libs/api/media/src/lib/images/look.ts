import { openImage } from './image-header';

/** Brightness compared with its neighbour to the right, in 8 rows of 9: 64 features. */
const COLUMNS = 9;
const ROWS = 8;
/** Steps of brightness that count as a difference, of 255: below it is noise of the file format. */
const LEAST_STEP = 2;
/** With fewer differences than this an image is so plain that it would look like every other plain one. */
const LEAST_FEATURES = 6;

/**
 * 64 features of how an image looks, as a signed number of 64 bits: alike for copies in another size, format or quality. Two images
 * look alike where few bits differ. null: too plain to tell.
 */
export async function lookOf(image: Uint8Array): Promise<bigint | null> {
  const grey = await openImage(image)
    .flatten({ background: '#ffffff' })
    .greyscale()
    .resize(COLUMNS, ROWS, { fit: 'fill' })
    .raw()
    .toBuffer();
  let bits = 0n;
  let features = 0;
  for (let row = 0; row < ROWS; row += 1) {
    for (let column = 0; column < COLUMNS - 1; column += 1) {
      const at = row * COLUMNS + column;
      const step = (grey[at + 1] ?? 0) - (grey[at] ?? 0);
      if (Math.abs(step) >= LEAST_STEP) features += 1;
      bits = (bits << 1n) | (step > 0 ? 1n : 0n);
    }
  }
  return features < LEAST_FEATURES ? null : BigInt.asIntN(64, bits);
}
