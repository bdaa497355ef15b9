import './styles/italia.scss';
import 'maplibre-gl/dist/maplibre-gl.css';
import './styles/fonts.css';
import './styles/page.css';
import './styles/notices.css';
import './styles/indicators.css';
import './styles/provenance.css';
import './styles/widths.css';
import './styles/controls.css';
import './styles/map.css';
import './styles/tablePane.css';
import './styles/table.css';
import './styles/sheet.css';
import './styles/figures.css';
import './styles/overview.css';
import './styles/print.css';
import { App } from './page/app';

void new App().start();
