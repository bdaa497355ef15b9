import { giveFile } from './dom';

/** A map with what must be burned into it. */
export interface Poster {
  title: string;
  headline: string;
  map: HTMLCanvasElement;
  legendTitle: string;
  legend: readonly { sample: Element | null; words: string }[];
  /** At the foot, in small: what it rests on, its sources, where it came from. */
  lines: readonly string[];
}

const EDGE = 40;
const LEGEND = 520;
const INK = '#17324d';
const SOFT = '#4a6076';
const font = (weight: number, size: number) => `${weight} ${size}px "Titillium Web", sans-serif`;

/** Draws a poster and gives it as a PNG of this name. */
export async function givePicture(name: string, poster: Poster): Promise<void> {
  const samples = await Promise.all(poster.legend.map(({ sample }) => imageOf(sample)));
  const canvas = draw(poster, samples);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (blob) giveFile(name, blob);
}

/** What a canvas can draw: of a drawing in the page, its own picture. */
async function imageOf(sample: Element | null): Promise<CanvasImageSource | null> {
  if (sample instanceof HTMLCanvasElement) return sample;
  if (!(sample instanceof SVGElement)) return null;
  const image = new Image(48, 32);
  image.src = `data:image/svg+xml,${encodeURIComponent(new XMLSerializer().serializeToString(sample))}`;
  await image.decode().catch(() => undefined);
  return image.naturalWidth > 0 ? image : null;
}

function draw({ title, headline, map, legendTitle, legend, lines }: Poster, samples: (CanvasImageSource | null)[]) {
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d');
  if (!context) return canvas;
  const width = map.width + LEGEND + 3 * EDGE;
  const lineOf = (text: string, room: number, style: string) => {
    context.font = style;
    return wrapped(text, room, (part) => context.measureText(part).width);
  };
  const heads = lineOf(headline, width - 2 * EDGE, font(600, 36));
  const feet = lines.flatMap((line) => lineOf(line, width - 2 * EDGE, font(400, 22)));
  const top = EDGE + 60 + heads.length * 44 + 20;
  const entries = legend.map(({ words }, i) => lineOf(words, LEGEND - (samples[i] ? 76 : 0), font(400, 26)));
  const legendHeight = 60 + entries.reduce((sum, rows) => sum + rows.length * 32 + 16, 0);
  const middle = Math.max(map.height, legendHeight);
  Object.assign(canvas, { width, height: top + middle + EDGE / 2 + feet.length * 30 + EDGE });
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.textBaseline = 'top';
  const write = (texts: string[], x: number, y: number, step: number, style: string, ink = INK) => {
    Object.assign(context, { font: style, fillStyle: ink });
    for (const [i, text] of texts.entries()) context.fillText(text, x, y + i * step);
    return y + texts.length * step;
  };
  write([title], EDGE, EDGE, 60, font(700, 48));
  write(heads, EDGE, EDGE + 60, 44, font(600, 36));
  context.drawImage(map, EDGE, top);
  const x = map.width + 2 * EDGE;
  let y = write(lineOf(legendTitle, LEGEND, font(700, 30)), x, top, 38, font(700, 30)) + 10;
  for (const [i, rows] of entries.entries()) {
    const sample = samples[i];
    if (sample) drawSample(context, sample, x, y);
    y = write(rows, x + (sample ? 76 : 0), y, 32, font(400, 26)) + 16;
  }
  write(feet, EDGE, top + middle + EDGE / 2, 30, font(400, 22), SOFT);
  return canvas;
}

/** In a room of 60 by 32. */
function drawSample(context: CanvasRenderingContext2D, sample: CanvasImageSource, x: number, y: number): void {
  const { width, height } = sample as HTMLCanvasElement;
  const scale = Math.min(60 / width, 40 / height);
  context.drawImage(sample, x + (60 - width * scale) / 2, y + 16 - (height * scale) / 2, width * scale, height * scale);
}

/** A text as lines that are no wider than this; a word that is wider is cut, so that no address runs off. */
export function wrapped(text: string, room: number, widthOf: (part: string) => number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/(?<=\s)/)) {
    if (line !== '' && widthOf(line + word.trimEnd()) > room) {
      lines.push(line.trimEnd());
      line = '';
    }
    line += word;
    while (widthOf(line.trimEnd()) > room && line.length > 1) {
      let fits = line.length - 1;
      while (fits > 1 && widthOf(line.slice(0, fits)) > room) fits--;
      lines.push(line.slice(0, fits));
      line = line.slice(fits);
    }
  }
  return line.trim() === '' ? lines : [...lines, line.trimEnd()];
}
