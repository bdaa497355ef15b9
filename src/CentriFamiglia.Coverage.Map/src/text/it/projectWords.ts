import { counted, formatCount } from './numbers';
import { NOT_KNOWN, sentence } from './sentences';
import { VERDICT_WORDS } from './words';

/** What a body that leads a network is; the words are those of the data, and others may come. */
export const managerWords = (kind: string): string => kind;

/** How the networks of an ATS stand beside the figures of the act. */
export const LAYOUT_WORDS = {
  uguale: { label: 'Come nell’atto', meaning: 'reti e capofila come al punto 2.1' },
  diverso: { label: 'Diverso dall’atto', meaning: 'un fatto da leggere, non un errore' },
  nonConfrontato: { label: 'Elenco non completo', meaning: 'non si confronta con l’atto' },
  nonNoto: VERDICT_WORDS.NON_CARICATO,
};
export type LayoutState = keyof typeof LAYOUT_WORDS;

export const PROJECT_WORDS = {
  legend: 'Le reti accanto all’atto',
  overview: 'L’assetto, ATS per ATS',
  caption: 'Progettualità: le reti e ciò che dichiarano',
  act: 'Le cifre dell’atto (Allegato A, 2.1) dicono le reti com’erano nel dicembre 2023.',
  none: 'Nessuna rete in questo insieme: si importano con il modello reti.csv (coverage import reti.csv).',
  ambiti: 'Ambiti dichiarati',
  start: 'Inizio',
  end: 'Fine',
  extended: 'Proroga fino al',
  partners: 'Enti partner',
  manager: 'Capofila',
  undeclared: 'non dichiarato',
};

export interface ProjectFigures {
  ats: string | null;
  networks: number;
  hubs: number;
  spokes: number;
  /** Networks that do not say when they begin. */
  undated: number;
}

export function projectHeadline({ ats, networks, hubs, spokes, undated }: ProjectFigures): string {
  if (networks === 0) return sentence(ats, `non risulta alcuna rete in corso: ${NOT_KNOWN} o non sono state importate`);
  const are = networks === 1 ? 'è in corso' : 'sono in corso';
  const rest = undated === 0 ? '' : `; ${counted(undated, 'non dichiara', 'non dichiarano')} l’inizio`;
  return sentence(
    ats,
    `${are} ${counted(networks, 'rete', 'reti')}: ${formatCount(hubs)} Hub e ${formatCount(spokes)} Spoke${rest}`,
  );
}
