import { byId } from '../drawing/dom';

/** So that a view that settles in steps is said once. */
const SETTLED_MS = 800;

let last: readonly string[] = [];
let timer: ReturnType<typeof setTimeout> | undefined;

/** What is true is said by another: nothing of it is said here. */
export function keepQuiet(sentences: readonly string[]): void {
  clearTimeout(timer);
  last = sentences;
}

/** Says, politely and in one place, those sentences that were not true before; of a page that opens, nothing. */
export function sayChanged(sentences: readonly string[]): void {
  clearTimeout(timer);
  if (last.length === 0) {
    last = sentences;
    return;
  }
  timer = setTimeout(() => {
    const fresh = sentences.filter((sentence) => !last.includes(sentence));
    last = sentences;
    if (fresh.length > 0) byId('detto').textContent = fresh.join('. ');
  }, SETTLED_MS);
}
