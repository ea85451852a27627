/**
 * Draws the demonstration images into libs/api/demo/assets. The same code gives the same pictures;
 * run it after changing a scene: node tools/demo-images/main.ts [key …]
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { demoImages, type DemoImageKey } from '../../libs/api/demo-content/src/lib/images.ts';
import { citiesAtDawn, roofGardens, towersInTheHeat, wasteInCircles } from './landscapes.ts';
import { palette } from './palette.ts';
import { meetingTiles, windowsAndWires } from './rooms.ts';
import { type Frame, picture } from './shapes.ts';
import { branchingIdeas, brokenChain, meridians, voicesOverRoofs } from './signals.ts';
import { marketStalls, squareWithDistance, streetOfServices, tramLines } from './streets.ts';
import { harbourAtDusk, rainOnStreets, riverBend, waterTower } from './waters.ts';

const scenes: Record<DemoImageKey, (frame: Frame) => string> = {
  'cities-at-dawn': citiesAtDawn,
  'towers-in-the-heat': towersInTheHeat,
  'windows-and-wires': windowsAndWires,
  'branching-ideas': branchingIdeas,
  'square-with-distance': squareWithDistance,
  'water-tower': waterTower,
  'voices-over-roofs': voicesOverRoofs,
  'waste-in-circles': wasteInCircles,
  'street-of-services': streetOfServices,
  meridians,
  'broken-chain': brokenChain,
  'market-stalls': marketStalls,
  'tram-lines': tramLines,
  'river-bend': riverBend,
  'roof-gardens': roofGardens,
  'meeting-tiles': meetingTiles,
  'harbour-at-dusk': harbourAtDusk,
  'rain-on-streets': rainOnStreets,
};

const largestBytes = 180_000;
const folder = join(import.meta.dirname, '../../libs/api/demo/assets');
const wanted = process.argv.slice(2);

await mkdir(folder, { recursive: true });
for (const image of demoImages) {
  if (wanted.length > 0 && !wanted.includes(image.key)) continue;
  const frame = { width: image.width, height: image.height };
  const svg = picture(frame, scenes[image.key](frame));
  const jpeg = await sharp(Buffer.from(svg))
    .flatten({ background: palette.paper })
    .jpeg({ quality: 78, mozjpeg: true })
    .toBuffer();
  if (jpeg.length > largestBytes)
    throw new Error(`${image.file} is ${jpeg.length} bytes, more than ${largestBytes}`);
  await writeFile(join(folder, image.file), jpeg);
  console.log(`${image.file}  ${image.width} x ${image.height}  ${Math.round(jpeg.length / 1000)} kB`);
}
