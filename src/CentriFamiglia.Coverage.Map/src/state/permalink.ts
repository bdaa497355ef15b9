import { MOST_SPOKES } from '../api/proposalKnobs';
import { clockOf, minuteOf } from '../domain/hours';
import { levelFor } from '../domain/levels';
import { readDemand } from '../domain/needIndex';
import { MAP_LAYERS } from '../text/mapWords';
import { MEASURES } from '../text/measureWords';
import { AGAINST, CLASSINGS, COLOURINGS, DAYS, STATISTICS, THEMES } from '../text/viewWords';
import { COUNTED, GOALS, LEVELS, OUTCOMES, RULES } from '../text/words';
import { readDesk, writeDesk } from './deskLink';
import { readOther, writeOther } from './otherLink';
import { readKnobs, writeKnobs } from './proposalLink';
import { readTrial, writeTrial } from './trialLink';
import { type Camera, DEFAULT_VIEW, SELECTION_KINDS, type Selection, type Sort, type ViewState } from './viewState';

/** The state as the part of the address after `#`; what is as usual is left out. */
export function toHash(state: ViewState): string {
  const p = new URLSearchParams();
  if (state.theme !== DEFAULT_VIEW.theme) p.set('tema', state.theme);
  if (state.level !== DEFAULT_VIEW.level) p.set('livello', state.level);
  if (state.statistic !== DEFAULT_VIEW.statistic) p.set('valore', state.statistic);
  if (state.sedi) p.set('sedi', state.sedi);
  if (state.ats) p.set('ats', state.ats);
  if (state.demand !== DEFAULT_VIEW.demand) p.set('domanda', state.demand);
  if (state.search) p.set('cerca', state.search);
  if (state.sort) p.set('ordina', (state.sort.descending ? '-' : '') + state.sort.column);
  if (state.page > 1) p.set('pagina', String(state.page));
  if (state.selection) p.set('scheda', `${state.selection.kind}:${state.selection.code}`);
  if (!state.showSites) p.set('mostra_sedi', '0');
  if (state.showSuggestions) p.set('mostra_proposte', '1');
  if (state.layers.length > 0) p.set('strati', state.layers.join(','));
  if (!state.roads) p.set('strade', '0');
  if (state.goal !== DEFAULT_VIEW.goal) p.set('scopo', state.goal);
  if (state.spokes !== DEFAULT_VIEW.spokes) p.set('nuovi', String(state.spokes));
  if (state.everyUnit) p.set('r1', '1');
  writeKnobs(p, state.knobs);
  if (state.count !== DEFAULT_VIEW.count) p.set('conta', state.count);
  if (state.outcome) p.set('esito', state.outcome);
  if (state.measure !== DEFAULT_VIEW.measure) p.set('misura', state.measure);
  if (state.classing !== DEFAULT_VIEW.classing) p.set('classi', state.classing);
  if (state.day !== DEFAULT_VIEW.day) p.set('giorno', state.day);
  if (state.minute !== DEFAULT_VIEW.minute) p.set('ora', clockOf(state.minute));
  if (state.rule) p.set('regola', state.rule);
  if (state.groups.length > 0) p.set('gruppi', state.groups.join(','));
  if (state.trial.length > 0) p.set('prova', writeTrial(state.trial));
  if (state.colouring !== DEFAULT_VIEW.colouring) p.set('colore', state.colouring);
  if (state.against) p.set('confronto', state.against);
  writeOther(p, state.other);
  if (state.beside) p.set('affianca', '1');
  writeDesk(p, state);
  if (state.camera) {
    p.set('vista', [state.camera.lon.toFixed(4), state.camera.lat.toFixed(4), state.camera.zoom.toFixed(2)].join(','));
  }
  // Commas and colons may stand in a fragment: the address stays readable.
  const text = p
    .toString()
    .replaceAll('%2C', ',')
    .replaceAll('%3A', ':')
    .replaceAll('%3D', '=')
    .replaceAll('%40', '@')
    .replaceAll('%21', '!')
    .replaceAll('%7E', '~');
  return text ? `#${text}` : '';
}

/** The state the address of the page stands for: what is written after `?` counts too, unless the part after `#` says otherwise. */
export const fromAddress = ({ search, hash }: Pick<Location, 'search' | 'hash'>): ViewState =>
  fromHash(`${hash.replace(/^#/, '')}&${search.replace(/^\?/, '')}`);

/** The state a fragment stands for; what cannot be read is as usual. */
export function fromHash(hash: string): ViewState {
  const p = new URLSearchParams(hash.replace(/^#/, ''));
  // Links written by hand name the view as people call it.
  const theme = oneOf(p.get('tema') ?? p.get('vista'), THEMES) ?? DEFAULT_VIEW.theme;
  const level = oneOf(p.get('livello'), LEVELS) ?? DEFAULT_VIEW.level;
  const page = Number.parseInt(p.get('pagina') ?? '', 10);
  return {
    ...DEFAULT_VIEW,
    theme,
    level: levelFor(theme, level),
    statistic: oneOf(p.get('valore'), STATISTICS) ?? DEFAULT_VIEW.statistic,
    sedi: p.get('sedi') || null,
    ats: p.get('ats') || null,
    demand: readDemand(p.get('domanda')) ?? DEFAULT_VIEW.demand,
    search: p.get('cerca') ?? '',
    sort: readSort(p.get('ordina')),
    page: page > 0 ? page : 1,
    selection: readSelection(p.get('scheda')),
    camera: readCamera(p.get('vista')),
    showSites: p.get('mostra_sedi') !== '0',
    showSuggestions: p.get('mostra_proposte') === '1',
    layers: MAP_LAYERS.filter((layer) => p.get('strati')?.split(',').includes(layer)),
    roads: p.get('strade') !== '0',
    goal: oneOf(p.get('scopo'), GOALS) ?? DEFAULT_VIEW.goal,
    spokes: wholeIn(p.get('nuovi'), 1, MOST_SPOKES) ?? DEFAULT_VIEW.spokes,
    everyUnit: p.get('r1') === '1',
    knobs: readKnobs(p),
    count: oneOf(p.get('conta'), COUNTED) ?? DEFAULT_VIEW.count,
    outcome: oneOf(p.get('esito'), OUTCOMES),
    measure: oneOf(p.get('misura'), MEASURES) ?? DEFAULT_VIEW.measure,
    classing: oneOf(p.get('classi'), CLASSINGS) ?? DEFAULT_VIEW.classing,
    day: oneOf(p.get('giorno'), DAYS) ?? DEFAULT_VIEW.day,
    minute: minuteOf(p.get('ora') ?? '') ?? DEFAULT_VIEW.minute,
    rule: oneOf(p.get('regola'), RULES),
    groups: readGroups(p.get('gruppi')),
    trial: readTrial(p.get('prova') ?? ''),
    colouring: oneOf(p.get('colore'), COLOURINGS) ?? DEFAULT_VIEW.colouring,
    against: oneOf(p.get('confronto'), AGAINST),
    other: readOther(p),
    beside: p.get('affianca') === '1',
    ...readDesk(p),
  };
}

function oneOf<T extends string>(value: string | null, allowed: readonly T[]): T | null {
  return allowed.find((a) => a === value) ?? null;
}

/** Groups of rules there are, whatever ATS stands behind. */
const readGroups = (text: string | null): string[] =>
  (text ?? '').split(',').filter((key) => RULES.includes(key.replace(/[.].*$/, '')));

function wholeIn(text: string | null, least: number, most: number): number | null {
  const value = Number(text ?? Number.NaN);
  return Number.isInteger(value) && value >= least && value <= most ? value : null;
}

function readSort(text: string | null): Sort | null {
  if (!text || text === '-') return null;
  return text.startsWith('-') ? { column: text.slice(1), descending: true } : { column: text, descending: false };
}

function readSelection(text: string | null): Selection | null {
  const colon = text?.indexOf(':') ?? -1;
  if (!text || colon < 0) return null;
  const kind = oneOf(text.slice(0, colon), SELECTION_KINDS);
  const code = text.slice(colon + 1);
  return kind && code ? { kind, code } : null;
}

function readCamera(text: string | null): Camera | null {
  const [lon = Number.NaN, lat = Number.NaN, zoom = Number.NaN] = (text ?? '').split(',').map(Number);
  return Number.isFinite(zoom) && Math.abs(lon) <= 180 && Math.abs(lat) <= 85 ? { lon, lat, zoom } : null;
}
