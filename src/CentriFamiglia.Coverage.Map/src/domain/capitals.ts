/** A capoluogo: its name and its seat, degrees WGS84. */
export interface Capital {
  name: string;
  lon: number;
  lat: number;
  residents: number;
}

const capital = (name: string, lon: number, lat: number, residents: number): Capital => ({ name, lon, lat, residents });

/** The capoluoghi of the twelve provinces, by ISTAT code: the names by which one finds one's way at any scale. */
export const CAPITALS: ReadonlyMap<string, Capital> = new Map([
  ['012133', capital('Varese', 8.8251, 45.8206, 78409)],
  ['013075', capital('Como', 9.0832, 45.8082, 83184)],
  ['014061', capital('Sondrio', 9.8713, 46.1685, 21066)],
  ['015146', capital('Milano', 9.1895, 45.4643, 1354196)],
  ['016024', capital('Bergamo', 9.6672, 45.696, 119534)],
  ['017029', capital('Brescia', 10.2147, 45.5356, 196446)],
  ['018110', capital('Pavia', 9.1592, 45.1921, 70636)],
  ['019036', capital('Cremona', 10.0213, 45.1332, 70637)],
  ['020030', capital('Mantova', 10.7978, 45.1603, 48653)],
  ['097042', capital('Lecco', 9.397, 45.8559, 46871)],
  ['098031', capital('Lodi', 9.5008, 45.3099, 44709)],
  ['108033', capital('Monza', 9.2725, 45.58, 121799)],
]);
