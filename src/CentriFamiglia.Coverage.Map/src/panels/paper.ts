import { byId, el } from '../drawing/dom';
import { onPaper } from '../drawing/onPaper';
import { sidesOf } from '../state/comparison';
import type { TrialData, ViewData } from '../state/viewData';
import type { ViewState } from '../state/viewState';
import { atsWords } from '../text/atsNames';
import { besideWords, differenceOf, todayAnd } from '../text/compareWords';
import { SAID } from '../text/labels';
import { formatDate } from '../text/numbers';
import { viewTitle } from '../text/pageWords';
import { PAPER_WORDS, pictureWords } from '../text/paperWords';
import { STATE_WORDS } from '../text/viewWords';
import { LEVEL_WORDS, setWords, WATER_SOURCE, WHOLE_REGION } from '../text/words';

/** What a view is and rests on, as pairs of a name and a value. */
export function viewFacts(data: ViewData, state: ViewState): [string, string][] {
  const { provenance, trial } = data;
  return [
    ...(trial ? [[PAPER_WORDS.shown, shownState(data, trial, state)] as [string, string]] : []),
    [PAPER_WORDS.ats, state.ats === null ? WHOLE_REGION : atsWords(state.ats)],
    [PAPER_WORDS.level, LEVEL_WORDS[state.level].many],
    [PAPER_WORDS.sedi, setWords(provenance.sedi.name)],
    [PAPER_WORDS.date, formatDate(provenance.date)],
    [PAPER_WORDS.version, provenance.snapshot.slice(0, 12)],
    [PAPER_WORDS.rules, provenance.ruleSet],
  ];
}

/** Which state the sheet shows, or both. */
function shownState(data: ViewData, { name }: TrialData, state: ViewState): string {
  const sides = sidesOf(data, state);
  if (sides) return besideWords(sides[0].name, sides[1].name);
  if (state.colouring === 'differenza') return differenceOf(todayAnd(name));
  return state.colouring === 'oggi' ? STATE_WORDS.oggi : name;
}

export const sourcesOf = ({ provenance }: ViewData): string => [...provenance.attributions, WATER_SOURCE].join(' · ');

/** Each entry of the legend: its sample, and its words. */
export const legendEntries = (): { sample: Element | null; words: string }[] =>
  legendItems().map((item) => ({
    sample: item.querySelector('canvas, svg'),
    words: [...(item.querySelector('span, small')?.childNodes ?? [])].map((n) => n.textContent?.trim()).join(': '),
  }));

/** The sheet of paper of a view: all that the page shows, in the order in which it is read. */
export function paperOf(
  data: ViewData,
  state: ViewState,
  picture: HTMLCanvasElement,
  list: HTMLElement[],
): HTMLElement[] {
  const title = viewTitle(state.theme, state.ats);
  const headline = byId('titolare').textContent ?? '';
  const alt = pictureWords(
    title,
    headline,
    legendEntries().map((each) => each.words),
  );
  return [
    el(
      'header',
      { class: 'paper-head' },
      el('p', { class: 'kicker' }, PAPER_WORDS.kicker),
      el('h1', {}, title),
      el('p', { class: 'headline' }, headline),
      el('dl', { class: 'paper-facts' }, ...[...viewFacts(data, state), ...ownChoices(state)].map(pair)),
    ),
    el(
      'div',
      { class: 'paper-view' },
      el('figure', { class: 'paper-map' }, pictureOf(picture, alt)),
      el(
        'div',
        { class: 'paper-keys' },
        ...figures(),
        paperLegend(),
        ...section('paper-notices', PAPER_WORDS.notices, part('avvisi', '.notices-all ul')),
      ),
    ),
    ...section('paper-overview', byId('quadro-titolo').textContent ?? '', shownPart('quadro', '#quadro-contenuto')),
    ...shownPart('prova'),
    ...shownPart('decisioni'),
    ...shownPart('scheda', '#scheda-contenuto').map((sheet) => el('section', { class: 'sheet' }, sheet)),
    el('section', { class: 'paper-list' }, ...list),
    el(
      'footer',
      { class: 'paper-foot' },
      el('p', {}, `${PAPER_WORDS.sources}: ${sourcesOf(data)}`),
      el('p', {}, `${PAPER_WORDS.fingerprint}: ${data.provenance.snapshot}`),
      el('p', {}, `${PAPER_WORDS.address}: `, el('a', { href: location.href }, location.href)),
    ),
  ];
}

function pictureOf(picture: HTMLCanvasElement, alt: string): HTMLElement {
  const image = el('img', { src: picture.toDataURL(), alt });
  image.style.maxWidth = `min(100%, ${picture.style.maxWidth || '100%'})`;
  return image;
}

const pair = ([name, value]: [string, string]) => el('div', {}, el('dt', {}, name), ' ', el('dd', {}, value));

/** Choices that only this view has, and what the list is searched for. */
function ownChoices(state: ViewState): [string, string][] {
  const all = [...byId('scelte-vista').querySelectorAll<HTMLElement>('.field')];
  // What makes the other state is its name.
  const fields = all.filter((field) => field.closest('[hidden], .other-fields') === null);
  const chosen = fields.flatMap((field): [string, string][] => {
    const label = field.querySelector('label')?.textContent;
    const input = field.querySelector<HTMLSelectElement | HTMLInputElement>('select, input');
    const value = input instanceof HTMLSelectElement ? input.selectedOptions[0]?.textContent : input?.value;
    const said = field.querySelector('output')?.textContent || value;
    return label && said ? [[label, said]] : [];
  });
  return state.search.trim() === '' ? chosen : [...chosen, [PAPER_WORDS.search, SAID.quoted(state.search.trim())]];
}

const figures = (): HTMLElement[] => {
  const figures = onPaper(byId('indicatori'));
  return figures.childElementCount === 0
    ? []
    : [el('section', { class: 'paper-figures' }, el('h2', {}, PAPER_WORDS.figures), figures)];
};

/** What the legend explains, and each layer that is shown besides. */
const legendItems = (): Element[] => [
  ...byId('legenda').querySelectorAll('li'),
  ...byId('legenda-riquadro').querySelectorAll('.layers .check:has(input:checked)'),
];

function paperLegend(): HTMLElement {
  const legend = onPaper(byId('legenda'));
  const layers = [...byId('legenda-riquadro').querySelectorAll('.layers .check:has(input:checked)')];
  const more = layers.map((each) => el('li', {}, ...onPaper(each).childNodes));
  return el(
    'section',
    { class: 'paper-legend' },
    ...legend.childNodes,
    more.length > 0 && el('ul', { class: 'legend-list' }, ...more),
  );
}

const part = (id: string, within: string): HTMLElement[] =>
  [...byId(id).querySelectorAll(within)].slice(0, 1).map(onPaper);

const shownPart = (id: string, within?: string): HTMLElement[] =>
  byId(id).hidden ? [] : within ? part(id, within) : [onPaper(byId(id))];

const section = (name: string, title: string, content: HTMLElement[]): HTMLElement[] =>
  content.length === 0 ? [] : [el('section', { class: name }, el('h2', {}, title), ...content)];
