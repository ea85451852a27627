const SVG_TYPE = 'image/svg+xml';
/** So that it stays sharp in print. */
const SCALE = 2;

export function svgFile(svg: string): Blob {
  return new Blob([svg], { type: SVG_TYPE });
}

/** The same picture in pixels, on the page's own ground: a transparent one is unreadable on another. */
export async function pngFile(document: Document, svg: string, ground: string): Promise<Blob> {
  const picture = document.createElement('img');
  picture.src = `data:${SVG_TYPE};charset=utf-8,${encodeURIComponent(svg)}`;
  await picture.decode();
  const canvas = document.createElement('canvas');
  canvas.width = picture.naturalWidth * SCALE;
  canvas.height = picture.naturalHeight * SCALE;
  const context = canvas.getContext('2d');
  if (!context) throw new Error('This browser draws no pictures.');
  context.fillStyle = ground;
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => {
      if (blob) resolve(blob);
      else reject(new Error('This browser keeps no pictures.'));
    }, 'image/png');
  });
}
