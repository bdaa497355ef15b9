import { findingCode } from '../api/findingRows';
import type { ComuneRow, SiteRow } from '../api/rows';
import { el } from '../dom';
import { curveOf } from '../domain/curve';
import { evidenceWords, travelWords } from '../domain/evidence';
import { LEVEL_WORDS } from '../domain/levels';
import { SITE_MARKERS, wheelchairWords } from '../domain/sites';
import { VERDICTS } from '../domain/verdicts';
import { markerCanvas } from '../map/markers';
import { swatch } from '../map/patterns';
import { type AreaRecord, rowsOf, suggestionCode, type ViewData } from '../state/viewData';
import type { Selection } from '../state/viewState';
import { formatCount, formatEuro, formatKm, formatMinutes, formatPercent, NO_FIGURE } from '../text/numbers';
import { curveChart } from './curveChart';
import { findingSheet } from './findingSheet';
import { fragilitySection } from './fragilitySection';
import { type DrawIsochrones, isochroneSection } from './isochrones';
import { capital, facts, heading, note } from './parts';
import { proposalSheet } from './proposalSheet';

type Select = (selection: Selection) => void;

/** The sheet of what is selected, or null where the view does not hold it. */
export function detailsOf(
  selection: Selection,
  data: ViewData,
  select: Select,
  draw: DrawIsochrones,
): HTMLElement[] | null {
  switch (selection.kind) {
    case 'sede': {
      const site = rowsOf(data.sites).find((row) => row.site_id === selection.code);
      if (!site) return null;
      const own = data.fragility ? fragilitySection(site.site_id, data.fragility) : [];
      return [...siteSheet(site, data.hasRoads ? draw : null), ...own];
    }
    case 'proposta': {
      const suggestion = rowsOf(data.suggestions).find((row) => suggestionCode(row) === selection.code);
      return suggestion ? proposalSheet(suggestion) : null;
    }
    case 'rilievo': {
      const finding = data.findings && rowsOf(data.findings).find((row) => findingCode(row) === selection.code);
      return finding && data.findings ? findingSheet(finding, data.findings, select) : null;
    }
    case 'comune': {
      const comune = data.comuni && rowsOf(data.comuni).find((row) => row.pro_com_t === selection.code);
      return comune ? comuneSheet(comune, data, select) : null;
    }
    default: {
      if (selection.kind !== data.areaLevel) return null;
      const area = rowsOf(data.areas).find((row) => row.codice === selection.code);
      return area ? areaSheet(area, data, select) : null;
    }
  }
}

function areaSheet(area: AreaRecord, data: ViewData, select: Select): HTMLElement[] {
  const { gap } = area;
  const style = VERDICTS[area.verdetto];
  const curve = gap ? curveOf(gap, gap.residenti) : [];
  const money = data.areaLevel === 'ats' ? data.budget.find((row) => row.ats === area.nome) : undefined;
  return [
    heading(data.areaLevel === 'ats' ? 'ATS' : `${LEVEL_WORDS[data.areaLevel].one} · ATS ${area.ats}`, area.nome),
    el(
      'p',
      { class: 'verdict-line' },
      swatch(style.fill, style.pattern, style.ink),
      el('strong', {}, style.label),
      area.dimostrativo ? el('span', { class: 'notice-tag' }, 'Dimostrativo') : null,
    ),
    el('p', {}, area.motivo),
    ...siteList(sitesNamed(area.sedi, data), select),
    facts([
      ['Residenti', formatCount(area.residenti)],
      ['Hub e Spoke', `${formatCount(area.hub)} e ${formatCount(area.spoke)}`],
      ...(area.sedi_ruolo_non_dichiarato > 0
        ? [['Sedi di ruolo non dichiarato', formatCount(area.sedi_ruolo_non_dichiarato)] as [string, string]]
        : []),
    ]),
    ...(gap
      ? [
          el('h3', {}, 'Viaggio verso la sede più vicina'),
          facts([
            ['Mediana', formatMinutes(gap.minuti_mediana)],
            ['Media', `${formatMinutes(gap.minuti_medi)}, ${formatKm(gap.km_medi)}`],
            ['90 % dei residenti entro', formatMinutes(gap.minuti_p90)],
            ['Massimo', formatMinutes(gap.minuti_max)],
            [
              'Residenti oltre il limite',
              `${formatCount(gap.residenti_oltre_limite)} (${formatPercent(gap.quota_oltre_limite_pct)})`,
            ],
            ['Comuni oltre il limite', formatCount(gap.comuni_oltre_limite)],
          ]),
          note(
            `${capital(travelWords(gap.viaggio))}. Il limite è un criterio di pianificazione, non previsto dall’atto.`,
          ),
        ]
      : []),
    ...(curve.length ? [curveChart(curve, data.provenance.limits)] : []),
    ...(money
      ? [
          el('h3', {}, 'Quota del Fondo'),
          facts([
            ['Assegnazione', formatEuro(money.assegnazione_eur)],
            ['Parte uguale', formatEuro(money.parte_uguale_eur)],
            ['Parte per residenti', formatEuro(money.parte_residenti_eur)],
            ['Progetti al tetto', formatCount(money.progetti_al_tetto)],
            ['Residuo', formatEuro(money.residuo_eur)],
          ]),
        ]
      : []),
    note(evidenceWords(area.fonte_stato)),
  ];
}

function comuneSheet(row: ComuneRow, data: ViewData, select: Select): HTMLElement[] {
  const reached = (minutes: number | null) => (minutes === null ? 'non raggiungibile' : formatMinutes(minutes));
  const limit = row.limite_minuti === null ? '' : `, limite ${formatMinutes(row.limite_minuti)}`;
  return [
    heading(`Comune · ATS ${row.ats}`, row.comune),
    facts([
      ['Ambito', row.ambito],
      ['Distretto', row.distretto],
      ['Residenti', formatCount(row.residenti)],
    ]),
    el('h3', {}, 'Sede più vicina'),
    ...siteList(sitesNamed(row.sede_vicina, data), select),
    facts([
      ['Tempo', `${reached(row.minuti)}${limit}`],
      ['Strada', formatKm(row.km)],
      ['Esito', row.oltre_limite === null ? NO_FIGURE : row.oltre_limite ? 'oltre il limite' : 'entro il limite'],
    ]),
    ...(row.sede_vicina_stessa_ats === row.sede_vicina
      ? [note('È anche la più vicina della propria ATS.')]
      : [
          el('h3', {}, 'La più vicina della propria ATS'),
          ...siteList(sitesNamed(row.sede_vicina_stessa_ats, data), select),
          facts([['Tempo', reached(row.minuti_stessa_ats)]]),
        ]),
    note(`${capital(travelWords(row.viaggio))}.`),
    note(evidenceWords(row.fonte_stato)),
  ];
}

function siteSheet(row: SiteRow, draw: DrawIsochrones | null): HTMLElement[] {
  const style = SITE_MARKERS[row.role] ?? SITE_MARKERS['non dichiarato'];
  return [
    heading(row.comune, row.name),
    el(
      'p',
      { class: 'verdict-line' },
      markerCanvas(style),
      el('strong', {}, style.label),
      row.dimostrativo ? el('span', { class: 'notice-tag' }, 'Dimostrativo') : null,
    ),
    facts([
      ['Rete', row.network_id || 'non dichiarata'],
      ['Ente gestore', row.manager_kind || 'non dichiarato'],
      ['Orari', row.opening_hours || 'non dichiarati'],
      ['Accessibilità', wheelchairWords(row.wheelchair)],
      ['Ambiti dichiarati', row.declared_ambiti?.split('|').join(', ') || 'nessuno'],
    ]),
    ...(draw && row.status === 'active' ? [isochroneSection(row.site_id, draw)] : []),
    ...(row.precisione === 'comune' ? [note('Posizione indicativa: il centro del comune, non l’indirizzo.')] : []),
    ...(row.dimostrativo ? [note('Sede inventata per provare il programma: non è reale.')] : []),
  ];
}

function sitesNamed(ids: string | null | undefined, data: ViewData): SiteRow[] {
  const wanted = new Set((ids ?? '').split(/[|;,]\s*/).filter(Boolean));
  return rowsOf(data.sites).filter((row) => wanted.has(row.site_id));
}

function siteList(sites: SiteRow[], select: Select): HTMLElement[] {
  if (sites.length === 0) return [];
  const items = sites.map((site) => {
    const style = SITE_MARKERS[site.role] ?? SITE_MARKERS['non dichiarato'];
    const open = () => select({ kind: 'sede', code: site.site_id });
    return el(
      'li',
      {},
      el(
        'button',
        { type: 'button', class: 'site-button', onclick: open },
        markerCanvas(style),
        el('span', {}, site.name, el('small', {}, `${style.label} · ${site.comune}`)),
      ),
    );
  });
  return [el('ul', { class: 'site-list' }, ...items)];
}
