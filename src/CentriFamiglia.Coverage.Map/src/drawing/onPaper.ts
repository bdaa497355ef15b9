import { el } from './dom';

/** What is for who reads on a screen: nothing happens on paper. */
const TOOLS = [
  'input',
  'select',
  'datalist',
  '.field',
  '.check',
  '.comune-field',
  '.quiet-button',
  '.trial-colours',
  '.trial-tools',
  '.trial > .note',
  '.trial-title:has(+ .field)',
  '.field-error:empty',
  '[hidden]',
  '.notices-wide',
].join(', ');

/** Attributes that point at, or name, something of the page that a copy must not be taken for. */
const REFERENCES = [
  'id',
  'for',
  'aria-labelledby',
  'aria-controls',
  'aria-describedby',
  'aria-live',
  'tabindex',
  'role',
];

/** A copy of a part of the page as paper has it: unfolded, with pictures for canvases, words for buttons, and no tool. */
export function onPaper(element: Element): HTMLElement {
  const copy = element.cloneNode(true) as HTMLElement;
  const canvases = element.querySelectorAll('canvas');
  for (const [index, canvas] of copy.querySelectorAll('canvas').entries())
    canvas.replaceWith(pictureOf(canvases[index] as HTMLCanvasElement));
  for (const tool of copy.querySelectorAll(TOOLS)) tool.remove();
  for (const button of copy.querySelectorAll('button')) {
    const said = el('span', { class: button.className }, ...button.childNodes);
    // A cell of the week says its figure by its colour.
    said.style.background = button.style.background;
    button.replaceWith(said);
  }
  for (const details of copy.querySelectorAll('details')) {
    const summary = details.querySelector(':scope > summary');
    summary?.replaceWith(el('p', { class: 'paper-title' }, ...summary.childNodes));
    details.replaceWith(el('div', { class: details.className }, ...details.childNodes));
  }
  // Drawings keep the role that goes with their name.
  for (const each of [copy, ...copy.querySelectorAll('*')])
    if (!each.closest('svg')) for (const name of REFERENCES) each.removeAttribute(name);
  copy.removeAttribute('hidden');
  return copy;
}

const pictureOf = (canvas: HTMLCanvasElement): HTMLElement =>
  el('img', { class: canvas.className, src: canvas.toDataURL(), alt: '' });
