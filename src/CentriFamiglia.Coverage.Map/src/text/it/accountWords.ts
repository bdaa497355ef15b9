/** Who uses the page, and what that account may not do. */
export const ACCOUNT = {
  enter: 'Accedi',
  leave: 'Esci',
  leaveAs: (name: string): string => `Esci (${name})`,
  ended: 'La sessione è finita: per continuare serve un nuovo accesso. Poi si torna a questa vista.',
  notLeft: 'L’uscita non è riuscita: il servizio non risponde, e l’accesso vale ancora. Riprovare tra poco.',
  again: 'Accedi di nuovo',
  notYet: 'Questo servizio risponde a chi ha fatto l’accesso. Poi si torna a questa vista.',
  byToken: 'Questo servizio risponde solo ai programmi che hanno un token: da qui non si accede.',
  published: 'Questo account legge ciò che è pubblicato: si trova nella vista Decisioni.',
  toPublished: 'Vai a Decisioni',
  noRole: 'Questo account non ha un ruolo in questo servizio. Chiederlo a chi amministra gli accessi.',
  noAts:
    'Di questo account non è detta l’ATS: chiedere a chi amministra gli accessi di indicarla. Ciò che è pubblicato si trova nella vista Decisioni.',
  first: 'Serve l’accesso',
  foreign: (asked: string, own: string): string =>
    `Il link è di ${asked}, che questo account non legge: si vede ${own}.`,
  roles: {
    lettore: 'Lettore',
    cabina: 'Cabina di Regia',
    pianificatore: 'Chi pianifica',
    regione: 'Regione Lombardia',
    amministratore: 'Chi amministra',
  } as Record<string, string>,
};

/** In the place of what is not offered, why. */
export const MAY_NOT = {
  elsewhere: 'Da un altro computer si legge soltanto.',
  draft: 'Salvare scenari e congelare analisi spetta a chi pianifica e alla Regione.',
  apply: 'Applicare uno scenario spetta a chi pianifica per l’ATS e alla Regione.',
  decide: 'Decidere spetta alla Cabina di Regia dell’ATS e alla Regione.',
  comment: 'Commentare spetta a chi lavora per l’ATS e alla Regione.',
  publish: 'Pubblicare spetta alla Regione.',
  write: 'Scrivere nell’archivio spetta a chi pianifica per l’ATS e alla Regione.',
};
