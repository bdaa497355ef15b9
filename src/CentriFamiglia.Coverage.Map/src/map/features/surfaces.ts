import type { Shapes } from '../../api/apiClient';
import type { EffectRow } from '../../api/proposalRows';
import type { ComuneRow } from '../../api/rows';
import { atMost, isKnown, type Knowledge, NOT_KNOWN } from '../../domain/knowledge';
import { bounded, measureFigure } from '../../domain/measures';
import { areaMinutes, paintArea, paintCatchment, paintComune, paintValue } from '../../drawing/painting';
import { ASIDE, NOT_KNOWN as NOT_KNOWN_PAINT, UNREACHABLE } from '../../drawing/styles';
import { itemsOf, type MeasureData, measureClasses } from '../../state/measureData';
import type { AreaRecord, ViewData } from '../../state/viewData';
import type { ViewState } from '../../state/viewState';
import { SAID } from '../../text/labels';
import { LEGEND, POINTED } from '../../text/legendWords';
import { unitWords } from '../../text/measureWords';
import { formatMinutes } from '../../text/numbers';
import { STATISTIC_WORDS } from '../../text/viewWords';
import { VERDICT_WORDS } from '../../text/words';
import { type Collection, type Description, drawn, painted } from './collection';
import { describeOpen } from './doorFeatures';
import { findingPainter } from './findingFeatures';
import { describeLayout } from './layoutFeatures';
import { measureTrialPainter } from './measureTrialFeatures';
import { describeMoney } from './moneyFeatures';
import { trialPainters } from './trialFeatures';

/** The surfaces of the view: areas, or comuni where the level says so. */
export function surfaces(data: ViewData, state: ViewState): Collection {
  const { comuni, proposals } = data;
  if (comuni && proposals) {
    return comuneSurfaces(comuni, state, (row) => ({
      subtitle: catchmentWords(row, proposals.effects.get(row.pro_com_t)),
      paint: paintCatchment(row.pro_com_t, proposals),
    }));
  }
  if (data.measure && data.trial) {
    const ofCode = measureTrialPainter(data.measure, data.trial.measure, data.provenance.limits, state);
    if (comuni && state.level === 'comune') return comuneSurfaces(comuni, state, (row) => ofCode(row.pro_com_t), true);
    return areaSurfaces(data, state, (row) => ofCode(row.codice), true);
  }
  if (data.trial) {
    const { ofArea, ofComune } = trialPainters(data, data.trial, state);
    if (state.level !== 'comune') return areaSurfaces(data, state, ofArea, true);
    if (comuni) return comuneSurfaces(comuni, state, ofComune, true);
  }
  const { open } = data;
  if (comuni && open) {
    return comuneSurfaces(comuni, state, (row) => describeOpen(open.rows.get(row.pro_com_t)));
  }
  if (comuni && data.measure && state.level === 'comune') {
    const describe = measurePainter(data.measure, data.provenance.limits, state);
    return comuneSurfaces(comuni, state, (row) => describe(row.pro_com_t));
  }
  if (state.level === 'comune' && comuni) {
    return comuneSurfaces(comuni, state, (row) => ({
      subtitle: row.minuti === null ? SAID.unreachable : atMost(row, formatMinutes(row.minuti)),
      paint: paintComune(row, data.classes),
    }));
  }
  // The money of an ATS is known by its networks, whatever is known of its sedi.
  return areaSurfaces(data, state, areaPainter(data, state), data.resources !== null || data.layout !== null);
}

function areaSurfaces(
  data: ViewData,
  state: ViewState,
  describe: (row: AreaRecord) => Description,
  judgesAll = false,
): Collection {
  return drawn(data.areas, state, (row) => {
    const { subtitle, paint } = judgesAll ? describe(row) : judged(row, describe);
    return {
      kind: data.areaLevel,
      code: row.codice,
      title: row.nome,
      subtitle,
      ...painted(paint),
    };
  });
}

/** No view judges what is not known. */
const judged = <Row extends Knowledge>(row: Row, describe: (row: Row) => Description): Description =>
  isKnown(row) ? describe(row) : { subtitle: NOT_KNOWN, paint: NOT_KNOWN_PAINT };

function areaPainter(data: ViewData, state: ViewState): (row: AreaRecord) => Description {
  if (data.findings) {
    const describe = findingPainter(data.findings, data.areaLevel, state);
    return (row) => describe(row.codice);
  }
  const { layout, resources } = data;
  if (layout) return (row) => describeLayout(layout.get(row.nome));
  if (resources) return (row) => describeMoney(resources.get(row.nome));
  if (data.fragility) return (row) => ({ subtitle: VERDICT_WORDS[row.verdetto].label, paint: ASIDE });
  if (data.measure) {
    const describe = measurePainter(data.measure, data.provenance.limits, state);
    return (row) => describe(row.codice);
  }
  return (row) => ({
    subtitle:
      state.theme === 'tempi'
        ? `${STATISTIC_WORDS[state.statistic].toLowerCase()} ${atMost(row.gap, formatMinutes(areaMinutes(row, state.statistic)))}`
        : VERDICT_WORDS[row.verdetto].label,
    paint: paintArea(row, state, data.classes),
  });
}

function measurePainter(
  measure: MeasureData,
  limits: readonly number[],
  state: ViewState,
): (code: string) => Description {
  const classes = measureClasses(measure, state, limits);
  const items = itemsOf(measure, state);
  return (code) => {
    const item = items.get(code);
    if (!item || item.value === null) return { subtitle: SAID.noValue, paint: UNREACHABLE };
    const figure = `${measureFigure(measure.measure, item.value)} ${unitWords(measure.unit)}`;
    return { subtitle: bounded(measure.measure, item, figure), paint: paintValue(item.value, classes) };
  };
}

function comuneSurfaces(
  comuni: Shapes<ComuneRow>,
  state: ViewState,
  describe: (row: ComuneRow) => Description,
  judgesAll = false,
): Collection {
  return drawn(comuni, state, (row) => {
    const { subtitle, paint } = judgesAll ? describe(row) : judged(row, describe);
    return {
      kind: 'comune',
      code: row.pro_com_t,
      title: row.comune,
      subtitle,
      ...painted(paint),
    };
  });
}

function catchmentWords(row: ComuneRow, effect: EffectRow | undefined): string {
  if (!effect) return `${LEGEND.noneNearer} · ${atMost(row, formatMinutes(row.minuti))}`;
  return POINTED.towards(
    effect.sede_proposta_nome,
    atMost(row, formatMinutes(effect.minuti_prima)),
    formatMinutes(effect.minuti_dopo),
  );
}
