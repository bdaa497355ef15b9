import { counted } from './numbers';

/** Links that open one analysis to who has no account. */
export const SHARE = {
  open: 'Condividi',
  title: (analysis: string): string => `Condividere «${analysis}»`,
  what: 'Chi ha il collegamento legge il dossier e il verbale di questa analisi, senza un accesso, fino alla scadenza o alla revoca.',
  draft: 'È una bozza: chi ha il collegamento la legge com’è, anche se non è pubblicata.',
  days: 'Giorni di validità',
  note: 'Per chi è (facoltativo)',
  make: 'Crea il collegamento',
  badDays: 'Scrivere un numero di giorni da 1 a 365.',
  made: 'L’indirizzo si vede solo ora: copiarlo prima di chiudere.',
  address: 'Indirizzo da mandare',
  copy: 'Copia l’indirizzo',
  copied: 'Indirizzo copiato.',
  list: 'Collegamenti a questa analisi',
  none: 'Ancora nessun collegamento.',
  heads: ['Per chi', 'Stato', 'Scade', 'Chi e quando', 'Che cosa fare'],
  nobody: 'Senza nota',
  revoke: 'Revoca',
  revokeThis: (note: string): string => `Revoca il collegamento: ${note}`,
  revoked: 'Il collegamento è revocato: non apre più nulla.',
  close: 'Chiudi',
  valid: (days: number): string => `Valido per ${counted(days, 'giorno', 'giorni')}.`,
  states: { valido: 'Valido', scaduto: 'Scaduto', revocato: 'Revocato' },
};
