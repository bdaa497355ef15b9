import { BOUNDS_MEANING, type Knowledge, NOT_KNOWN } from '../../domain/knowledge';
import { el } from '../../drawing/dom';
import { capital } from '../../text/common/capital';
import { BOUND_WORDS } from '../../text/knowledgeWords';
import { LABEL } from '../../text/labels';
import { NO_FIGURE } from '../../text/numbers';
import { LIMIT_IS_A_CRITERION } from '../../text/viewWords';
import { type TravelKind, travelWords } from '../../text/words';

export const heading = (kicker: string | null, title: string): HTMLElement =>
  el('header', { class: 'sheet-head' }, ...(kicker ? [el('p', { class: 'kicker' }, kicker)] : []), el('h2', {}, title));

export const facts = (pairs: [string, string | null][]): HTMLElement =>
  el(
    'dl',
    { class: 'facts' },
    ...pairs.map(([name, value]) => el('div', {}, el('dt', {}, name), el('dd', {}, value ?? NO_FIGURE))),
  );

/** A fact, where there is something to say. */
export const some = (name: string, value: string | null | undefined): [string, string][] =>
  value ? [[name, value]] : [];

export const note = (text: string): HTMLElement => el('p', { class: 'note' }, text);

/** A note in the language of the service, whatever the page is in. */
export const italianNote = (text: string): HTMLElement => el('p', { class: 'note', lang: 'it' }, text);

/** What «at most» means, where the figures of a row are bounds. */
export const boundsNote = ({ elenco_incompleto }: Knowledge): HTMLElement[] =>
  elenco_incompleto ? [note(BOUND_WORDS.most(BOUNDS_MEANING))] : [];

/** In the place of figures where nothing is known. */
export const notKnown = (): HTMLElement => el('p', {}, `${NOT_KNOWN}.`);

/** Why something was not done, and how to mend it. */
export interface Problem {
  detail: string;
  cure: string;
  /** Whether the service says it, in its own language. */
  isService?: boolean;
}

export const problemWords = ({ detail, cure, isService }: Problem): HTMLElement =>
  el('span', isService ? { lang: 'it' } : {}, el('strong', {}, detail), ` ${cure}`);

export { capital };

/** One of the figures to read first, with what it is and what stands beside it. */
export const indicator = (
  label: string,
  figure: (Node | string)[],
  note: string | HTMLElement,
  changes = false,
): HTMLElement =>
  el(
    'div',
    { class: changes ? 'indicator is-changed' : 'indicator' },
    el('dt', {}, label),
    el(
      'dd',
      {},
      el('span', { class: 'indicator-figure' }, ...figure),
      note && el('span', { class: 'indicator-note', title: typeof note === 'string' ? note : null }, note),
    ),
  );

/** A table for a few figures: the first column names the row. */
export function smallTable(heads: string[], rows: (string | HTMLElement)[][]): HTMLElement {
  const line = ([name = '', ...values]: (string | HTMLElement)[]) =>
    el('tr', {}, el('th', { scope: 'row' }, name), ...values.map((value) => el('td', {}, value)));
  return el(
    'table',
    { class: 'small-table' },
    el('thead', {}, el('tr', {}, ...heads.map((text) => el('th', { scope: 'col' }, text)))),
    el('tbody', {}, ...rows.map(line)),
  );
}

/** A small table that may be long: it scrolls by itself, and the keyboard reaches it. */
export const scrollTable = (label: string, heads: string[], rows: (string | HTMLElement)[][]): HTMLElement =>
  el('div', { class: 'small-scroll', tabindex: '0', role: 'region', 'aria-label': label }, smallTable(heads, rows));

/** What a sheet is about, by its sample and its words, and whether it is made up. */
export const verdictLine = (sample: Element, words: string, demonstration: boolean): HTMLElement =>
  el(
    'p',
    { class: 'verdict-line' },
    sample,
    el('strong', {}, words),
    demonstration ? el('span', { class: 'notice-tag' }, LABEL.demonstration) : null,
  );

/** Something a list offers to open. */
export interface Offer {
  sample: Element;
  title: string;
  subtitle: string;
  /** Whether the subtitle is the service's own words. */
  isItalian?: boolean;
  open: () => void;
}

export const offerList = (offers: Offer[]): HTMLElement =>
  el(
    'ul',
    { class: 'site-list' },
    ...offers.map(({ sample, title, subtitle, isItalian, open }) =>
      el(
        'li',
        {},
        el(
          'button',
          { type: 'button', class: 'site-button', onclick: open },
          sample,
          el('span', {}, title, el('small', isItalian ? { lang: 'it' } : {}, subtitle)),
        ),
      ),
    ),
  );

/** An entry of a legend: a sample, its words, and what they mean. */
export const entry = (sample: Element, label: string, meaning?: string): HTMLElement =>
  el('li', {}, sample, el('span', {}, label, meaning ? el('small', {}, meaning) : null));

export const travelNote = (kind: TravelKind): HTMLElement => note(`${capital(travelWords(kind))}.`);

/** Where the times come from, and that the limit is ours. */
export const limitNote = (kind: TravelKind): HTMLElement =>
  note(`${capital(travelWords(kind))}. ${LIMIT_IS_A_CRITERION}`);
