/** Verdict on an area (D.G.R. XII/1507/2023, Allegato A, 3 and 3.1). */
export type Verdict = 'SEDE' | 'COMPETENZA' | 'SCOPERTO' | 'NON_CARICATO';

/** How a surface is drawn: the pattern tells the verdicts apart without the colour. */
export type Pattern = 'plain' | 'diagonal' | 'cased' | 'cross' | 'dots';

export interface VerdictStyle {
  label: string;
  meaning: string;
  /** Background of the surface; the four differ in lightness too. */
  fill: string;
  /** Lines or dots of the pattern. */
  ink: string;
  pattern: Pattern;
}

/** In the order of the legend: from served to unknown. */
export const VERDICTS: Record<Verdict, VerdictStyle> = {
  SEDE: {
    label: 'Sede presente',
    meaning: 'almeno un Hub o uno Spoke',
    fill: '#6ba3c7',
    ink: '#6ba3c7',
    pattern: 'plain',
  },
  COMPETENZA: {
    label: 'Solo competenza',
    meaning: 'nessuna sede, ma la dichiara un Hub',
    fill: '#dcebf5',
    ink: '#4b88ae',
    pattern: 'diagonal',
  },
  SCOPERTO: {
    label: 'Scoperto',
    meaning: 'né sede né competenza',
    fill: '#f4b06a',
    ink: '#a8480a',
    pattern: 'cross',
  },
  NON_CARICATO: {
    label: 'Non caricato',
    meaning: 'non si può giudicare',
    fill: '#eceae6',
    ink: '#8b8780',
    pattern: 'dots',
  },
};

export const VERDICT_ORDER = Object.keys(VERDICTS) as Verdict[];

export const verdictLabel = (verdict: Verdict): string => VERDICTS[verdict]?.label ?? verdict;
