/** The capoluoghi of the twelve provinces, by ISTAT code: the names by which one finds one's way at any scale. */
export const CAPITALS: ReadonlyMap<string, string> = new Map([
  ['012133', 'Varese'],
  ['013075', 'Como'],
  ['014061', 'Sondrio'],
  ['015146', 'Milano'],
  ['016024', 'Bergamo'],
  ['017029', 'Brescia'],
  ['018110', 'Pavia'],
  ['019036', 'Cremona'],
  ['020030', 'Mantova'],
  ['097042', 'Lecco'],
  ['098031', 'Lodi'],
  ['108033', 'Monza'],
]);
