import { SUGGESTION_KINDS, SUGGESTION_WORDS, type SuggestionKind } from '../text/words';
import { PIN_STYLES } from './markerStyles';
import { MARKER_RATIO } from './markers';
import { newCanvas } from './patterns';

/** Side of a pin in CSS pixels. */
const SIDE = 32;

const SHAPES: Record<SuggestionKind, string> = {
  spoke: 'M16 3 a13 13 0 1 1 0 26 a13 13 0 1 1 0 -26 Z',
  hub: 'M9 3.4 H23 L30 16 L23 28.6 H9 L2 16 Z',
};

/** Name of the image of a numbered proposal; the map asks for it when it first needs it. */
export const pinId = (kind: SuggestionKind, number: number): string => `pin:${kind}:${number}`;

/** The pin that a name stands for; null where it is the name of none. */
export function pinImage(id: string): ImageData | null {
  const [, kind, number] = /^pin:(\w+):(\d+)$/.exec(id) ?? [];
  const known = SUGGESTION_KINDS.find((each) => each === kind);
  return known ? drawn(known, number ?? '').context.getImageData(0, 0, SIDE * MARKER_RATIO, SIDE * MARKER_RATIO) : null;
}

/** The pin of a numbered proposal beside words that say the same. */
export function pinCanvas(kind: SuggestionKind, number: number | string): HTMLCanvasElement {
  const { canvas } = drawn(kind, String(number));
  canvas.className = 'pin-sample';
  canvas.setAttribute('role', 'img');
  canvas.setAttribute('aria-label', `${SUGGESTION_WORDS[kind].short} ${number}`.trim());
  return canvas;
}

function drawn(kind: SuggestionKind, number: string): ReturnType<typeof newCanvas> {
  const made = newCanvas(SIDE * MARKER_RATIO);
  const { context } = made;
  const { fill, ink } = PIN_STYLES[kind];
  const path = new Path2D(SHAPES[kind]);
  context.scale(MARKER_RATIO, MARKER_RATIO);
  context.lineJoin = 'round';
  context.strokeStyle = '#ffffff';
  context.lineWidth = 5;
  context.stroke(path);
  context.fillStyle = fill;
  context.fill(path);
  context.strokeStyle = kind === 'hub' ? ink : fill;
  context.lineWidth = 2.4;
  context.stroke(path);
  context.fillStyle = ink;
  context.font = `700 ${number.length > 2 ? 13 : 17}px "Titillium Web", sans-serif`;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.fillText(number, SIDE / 2, SIDE / 2 + 1);
  return made;
}
