/** What the licence of OpenStreetMap asks to be shown wherever its roads are. */
export const ROADS_SOURCE = '© OpenStreetMap contributors';
