const EARTH_METRES = 40_075_016.686;
/** The longest that a bar may be, CSS pixels. */
const LONGEST = 130;
const LENGTHS = [0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100];

/** The longest round length that a bar of this scale has room for, km, and how long the bar then is, CSS pixels. */
export function barFor(latitude: number, zoom: number): { km: number; pixels: number } {
  const kmPerPixel = (EARTH_METRES * Math.cos((latitude * Math.PI) / 180)) / (512 * 2 ** zoom) / 1000;
  const km = LENGTHS.findLast((length) => length / kmPerPixel <= LONGEST) ?? (LENGTHS[0] as number);
  return { km, pixels: km / kmPerPixel };
}

/** Draws a scale in the lower right corner of a map's picture. */
export function scaleBar(
  context: CanvasRenderingContext2D,
  { latitude, zoom, ratio }: { latitude: number; zoom: number; ratio: number },
): void {
  const { km, pixels } = barFor(latitude, zoom);
  const { width, height } = context.canvas;
  const [left, bottom] = [width / ratio - pixels - 16, height / ratio - 8];
  context.save();
  context.scale(ratio, ratio);
  context.fillStyle = 'rgb(255 255 255 / 85%)';
  context.fillRect(left - 6, bottom - 20, pixels + 12, 24);
  context.strokeStyle = '#17324d';
  context.lineWidth = 1.5;
  context.beginPath();
  for (const [x, y] of [
    [left, bottom - 6],
    [left, bottom],
    [left + pixels, bottom],
    [left + pixels, bottom - 6],
  ] as const)
    context.lineTo(x, y);
  context.stroke();
  context.fillStyle = '#17324d';
  context.font = '600 11px "Titillium Web", sans-serif';
  context.textAlign = 'center';
  context.fillText(`${String(km).replace('.', ',')} km`, left + pixels / 2, bottom - 7);
  context.restore();
}
