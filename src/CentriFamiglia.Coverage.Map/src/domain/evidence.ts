import type { EvidenceStatus, TravelKind } from '../api/rows';

const EVIDENCE: Record<EvidenceStatus, { short: string; words: string }> = {
  listed: { short: 'elencata', words: 'L’appartenenza dei comuni è elencata in una pagina pubblica.' },
  inferred: {
    short: 'dedotta',
    words: 'L’appartenenza di almeno un comune è dedotta, non elencata in una pagina pubblica.',
  },
  unverified: {
    short: 'non verificata',
    words: 'Per almeno un comune non si è trovato alcun elenco pubblico: l’appartenenza non è verificata.',
  },
};

export const evidenceLabel = (status: EvidenceStatus): string => EVIDENCE[status]?.short ?? status;

export const evidenceWords = (status: EvidenceStatus): string => EVIDENCE[status]?.words ?? status;

const TRAVEL: Record<TravelKind, string> = {
  stima: 'tempi stimati, non calcolati sulla rete stradale',
  rete: 'tempi calcolati sulla rete stradale',
  matrice: 'tempi dalla matrice caricata',
};

export const travelWords = (kind: TravelKind): string => TRAVEL[kind] ?? kind;
