import type { OpenComuneRow } from '../../api/openRows';
import { reachOf } from '../../domain/hours';
import { REACH_PAINTS } from '../../drawing/styles';
import type { OpenData, OtherHours } from '../../state/viewData';
import { within } from '../../text/compareWords';
import { LABEL } from '../../text/labels';
import { LIST } from '../../text/listWords';
import { named } from '../../text/names';
import { REACH_WORDS, REACHES, type Reach, STATE_WORDS } from '../../text/viewWords';
import { LEVEL_WORDS } from '../../text/words';
import { type Cell, count, decimal, figure, judgement, type Listing, minutes, notKnown, text, word } from './cells';

/** Who reaches an open sede within the limit, comune by comune: the most populous first. */
export function openListing(open: OpenData, moment: string, other: OtherHours | null = null): Listing {
  const today = other?.today.open?.rows;
  return {
    caption: LIST.open(other ? `${moment}, ${within(other.name)}` : moment),
    columns: [
      text('nome', LEVEL_WORDS.comune.one),
      judgement('esito', LABEL.outcome),
      ...(today ? [judgement('oggi', STATE_WORDS.oggi, 'desk')] : []),
      figure('minuti', LABEL.minutes, 'phone'),
      figure('limite', LABEL.limit, 'phone'),
      figure('residenti', LABEL.residents),
      text('sede', LABEL.sede, 'desk'),
      text('ats', LEVEL_WORDS.ats.one, 'desk'),
    ],
    lines: [...open.rows.values()].map((row) => {
      const reach = reachOf(row);
      return {
        selection: { kind: 'comune', code: row.pro_com_t },
        ats: row.ats,
        searched: `${row.comune} ${row.ambito ?? ''}`,
        unknown: reach === 'nonNoto',
        cells: [
          word(row.comune),
          reachCell(reach),
          ...(today ? [reachCell(todayOf(today.get(row.pro_com_t)))] : []),
          minutes(row.minuti, reach !== 'nonNoto'),
          decimal(row.limite_minuti),
          count(row.residenti),
          word(named(row.sede_vicina_nome, row.sede_vicina)),
          word(row.ats),
        ],
      };
    }),
    usual: { column: 'residenti', descending: true },
  };
}

const reachCell = (reach: Reach): Cell =>
  reach === 'nonNoto'
    ? notKnown()
    : { text: REACH_WORDS[reach].label, value: REACHES.indexOf(reach), paint: REACH_PAINTS[reach] };

const todayOf = (row: OpenComuneRow | undefined): Reach => (row ? reachOf(row) : 'nonNoto');
