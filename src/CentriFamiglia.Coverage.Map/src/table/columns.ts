import type { ComuneRow } from '../api/rows';
import { evidenceLabel } from '../domain/evidence';
import { LEVEL_WORDS, type Level } from '../domain/levels';
import { areaMinutes, paintArea, paintComune } from '../domain/painting';
import { VERDICT_ORDER, verdictLabel } from '../domain/verdicts';
import { type AreaRecord, rowsOf, type ViewData } from '../state/viewData';
import { momentOf, type ViewState } from '../state/viewState';
import { formatPercent, NO_FIGURE } from '../text/numbers';
import { type Cell, type Column, count, decimal, figure, type Line, type Listing, minutes, text, word } from './cells';
import { findingListing } from './findingListing';
import { fragilityListing } from './fragilityListing';
import { measureListing } from './measureListing';
import { openListing } from './openListing';
import { suggestionListing } from './proposalListing';

export function listingFor(data: ViewData, state: ViewState): Listing {
  if (data.findings) return findingListing(data.findings, state);
  if (data.fragility) return fragilityListing(data.fragility);
  if (data.open) return openListing(data.open, momentOf(state));
  if (data.measure) return measureListing(data.measure, state, data.provenance.limits);
  if (state.theme === 'proposte') return suggestionListing(data);
  if (state.theme === 'copertura') return verdictListing(data, state);
  return state.level === 'comune' ? comuneListing(data) : gapListing(data, state);
}

function verdictListing(data: ViewData, state: ViewState): Listing {
  const level = data.areaLevel;
  return {
    caption: `${LEVEL_WORDS[level].many}: verdetto di copertura`,
    columns: [
      text('nome', LEVEL_WORDS[level].one),
      ...atsColumn(level),
      text('verdetto', 'Verdetto'),
      figure('hub', 'Hub', 'phone'),
      figure('spoke', 'Spoke', 'phone'),
      figure('residenti', 'Residenti'),
      text('fonte_stato', 'Fonte', 'desk'),
    ],
    lines: areaLines(data, (row) => [
      word(row.nome),
      ...atsCell(level, row.ats),
      {
        text: verdictLabel(row.verdetto),
        value: VERDICT_ORDER.indexOf(row.verdetto),
        paint: paintArea(row, state, data.classes),
      },
      count(row.hub),
      count(row.spoke),
      count(row.residenti),
      word(evidenceLabel(row.fonte_stato)),
    ]),
    usual: { column: 'verdetto', descending: true },
  };
}

function gapListing(data: ViewData, state: ViewState): Listing {
  const level = data.areaLevel;
  const [first, second] =
    state.statistic === 'media' ? (['media', 'mediana'] as const) : (['mediana', 'media'] as const);
  const label = { media: 'Media, min', mediana: 'Mediana, min' };
  return {
    caption: `${LEVEL_WORDS[level].many}: minuti in auto dalla sede più vicina`,
    columns: [
      text('nome', LEVEL_WORDS[level].one),
      ...atsColumn(level),
      figure(first, label[first]),
      figure(second, label[second], 'desk'),
      figure('p90', 'P90, min', 'phone'),
      figure('max', 'Massimo, min', 'desk'),
      figure('oltre', 'Residenti oltre il limite'),
      figure('quota', 'Quota oltre', 'phone'),
    ],
    lines: areaLines(data, (row) => [
      word(row.nome),
      ...atsCell(level, row.ats),
      { ...minutes(areaMinutes(row, first)), paint: paintArea(row, state, data.classes) },
      decimal(areaMinutes(row, second)),
      decimal(row.gap?.minuti_p90 ?? null),
      decimal(row.gap?.minuti_max ?? null),
      count(row.gap?.residenti_oltre_limite ?? null),
      { text: formatPercent(row.gap?.quota_oltre_limite_pct), value: row.gap?.quota_oltre_limite_pct ?? null },
    ]),
    usual: { column: 'oltre', descending: true },
  };
}

function comuneListing(data: ViewData): Listing {
  return {
    caption: 'Comuni: minuti in auto dalla sede più vicina',
    columns: [
      text('nome', 'Comune'),
      text('ambito', 'Ambito', 'desk'),
      text('ats', 'ATS', 'desk'),
      figure('minuti', 'Minuti'),
      figure('km', 'Km', 'phone'),
      figure('residenti', 'Residenti'),
      text('oltre', 'Limite', 'phone'),
    ],
    lines: (data.comuni ? rowsOf(data.comuni) : []).map((row) => ({
      selection: { kind: 'comune', code: row.pro_com_t },
      ats: row.ats,
      searched: `${row.comune} ${row.ambito} ${row.pro_com_t}`,
      cells: [
        word(row.comune),
        word(row.ambito),
        word(row.ats),
        { ...minutes(row.minuti), paint: paintComune(row, data.classes) },
        decimal(row.km),
        count(row.residenti),
        limitCell(row),
      ],
    })),
    // The planner's question: my comuni, the farthest first.
    usual: { column: 'minuti', descending: true },
  };
}

function areaLines(data: ViewData, cells: (row: AreaRecord) => Cell[]): Line[] {
  return rowsOf(data.areas).map((row) => ({
    selection: { kind: data.areaLevel, code: row.codice },
    ats: row.ats,
    searched: row.nome,
    cells: cells(row),
  }));
}

const atsColumn = (level: Level): Column[] => (level === 'ats' ? [] : [text('ats', 'ATS', 'desk')]);
const atsCell = (level: Level, ats: string): Cell[] => (level === 'ats' ? [] : [word(ats)]);

function limitCell(row: ComuneRow): Cell {
  if (row.oltre_limite === null) return { text: NO_FIGURE, value: null };
  return row.oltre_limite ? { text: 'oltre', value: 1 } : { text: 'entro', value: 0 };
}
