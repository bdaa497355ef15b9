/** The choices above the map and above the list. */
export const CONTROL = {
  theme: 'Tema',
  demand: 'Chi si conta',
  index: 'Indice di bisogno',
  weightOf: (people: string): string => `Peso: ${people}`,
  count: 'Contano',
  measure: 'Misura',
  classes: 'Classi',
  goal: 'Scopo',
  newSpokes: 'Nuovi Spoke',
  curveTo: 'Curva fino a',
  everyArea: 'Una sede in ogni area (R1)',
  onMap: 'Mostra sulla mappa',
  sediOnMap: 'Sedi sulla mappa',
  proposalsOnMap: 'Proposte sulla mappa',
};

/** What the map engine says of its own. */
export const ENGINE = {
  'Map.Title':
    'Mappa: frecce per spostare, più e meno per ingrandire, n e p per andare ad aree e sedi, Invio per aprirle; la tabella dà gli stessi dati',
  'NavigationControl.ZoomIn': 'Ingrandisci',
  'NavigationControl.ZoomOut': 'Rimpicciolisci',
  'ScaleControl.Meters': 'm',
  'ScaleControl.Kilometers': 'km',
  'Popup.Close': 'Chiudi',
};

/** Where the data come from, at the foot of the page. */
export const ORIGIN = {
  date: 'Calcolato',
  version: 'Versione dei dati',
  rules: 'Regole',
  sources: 'Fonti',
  copy: (fingerprint: string): string => `Copia l’impronta completa dei dati: ${fingerprint}`,
  copied: 'copiata',
};

/** What keeps the page from showing what was asked for. */
export const PROBLEM = {
  notCurrent: 'I dati mostrati non sono aggiornati.',
  notRead: 'La pagina non riesce a leggere i dati',
  retry: (seconds: number): string => `Nuovo tentativo tra ${seconds} s.`,
  retryNow: 'Riprova ora',
  badAddress: 'Indirizzo non valido',
  noAts: (given: string, hasOffers: boolean): string =>
    `L’ATS «${given}» non esiste${hasOffers ? ': scegliere fra' : ''}`,
  noSet: (given: string, hasOffers: boolean): string =>
    `L’insieme di sedi «${given}» non esiste${hasOffers ? ': scegliere fra' : ''}`,
  away: 'Il servizio non risponde',
  awayWhy: 'La rete o il servizio sono interrotti.',
  answered: (status: number): string => `Il servizio ha risposto ${status}`,
};
