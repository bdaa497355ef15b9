/** What the parts of the page that stand around the data say. */
export const PANEL_WORDS = {
  show: 'Mostra il pannello',
  hide: 'Nascondi il pannello',
  widen: 'Più largo: tutte le colonne',
  narrow: 'Più stretto: più mappa',
  copied: 'Copiato',
};

export const ALL_NOTICES = 'Tutte le avvertenze';

/** How many there are, where there is no room to name them. */
export const noticesWords = (notices: number): string => (notices === 1 ? '1 avvertenza' : `${notices} avvertenze`);
