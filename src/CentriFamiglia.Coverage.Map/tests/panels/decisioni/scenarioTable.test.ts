import { describe, expect, it } from 'vitest';
import type { ScenarioMeasureRow } from '../../../src/api/deskRows';
import { scenarioGroups, scenarioHeads } from '../../../src/panels/decisioni/scenarioTable';

const measure = (own: Partial<ScenarioMeasureRow>): ScenarioMeasureRow => ({
  livello: 'regione',
  codice: '03',
  nome: 'Lombardia',
  misura: 'minuti_medi',
  oggi: 10.25,
  primo: 10.2,
  secondo: 10,
  ats: '',
  ...own,
});

const meta = {
  totali: { oggi: { ambiti_con_sede: 71 }, primo: { ambiti_con_sede: 72 }, secondo: { ambiti_con_sede: 73 } },
  primo: {
    nome: 'Uno',
    spesa: { nuovi_spoke: 1, rimodulazione_eur: 50000, nuove_reti: 0, nuovo_avviso_eur: 0 },
  },
  secondo: {
    nome: 'Due',
    spesa: { nuovi_spoke: 2, rimodulazione_eur: null, nuove_reti: 1, nuovo_avviso_eur: null },
  },
};

const rows = [
  measure({}),
  measure({ misura: 'km_medi' }),
  measure({
    livello: 'ats',
    nome: 'Brescia',
    misura: 'residenti_oltre_limite',
    oggi: 19511,
    primo: 1130,
    secondo: null,
  }),
  measure({ livello: 'ats', nome: 'Bergamo', misura: 'residenti_oltre_limite' }),
];

describe('two scenarios side by side', () => {
  it('are named beside today', () => {
    expect(scenarioHeads('Lombardia', meta)).toEqual(['Lombardia', 'Oggi', 'Uno', 'Due']);
  });

  it('have the figures of the region, and what each costs', () => {
    expect(scenarioGroups({ meta, rows }, null)).toEqual([
      {
        title: 'Lombardia',
        lines: [
          ['Ambiti con una sede', '71', '72', '73'],
          ['Minuti medi', '10,3', '10,2', '10,0'],
        ],
      },
      {
        title: 'Spesa per linea',
        lines: [
          ['Rimodulazione', '–', '50.000 € (1 Spoke)', 'costo non indicato (2 Spoke)'],
          ['Nuovo avviso', '–', '0 € (0 reti)', 'costo non indicato (1 rete)'],
        ],
      },
    ]);
  });

  it('have those of the ATS chosen too, and of no other', () => {
    expect(scenarioGroups({ meta, rows }, 'Brescia')[1]).toEqual({
      title: 'ATS di Brescia',
      lines: [['Residenti oltre il limite', '19.511', '1.130', '–']],
    });
  });

  it('say nothing of the cost of a second where there is none', () => {
    const alone = { ...meta, secondo: null };
    expect(scenarioGroups({ meta: alone, rows: [] }, null).at(-1)?.lines[1]).toEqual([
      'Nuovo avviso',
      '–',
      '0 € (0 reti)',
      '–',
    ]);
  });
});
