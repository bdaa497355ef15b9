import './styles/italia.scss';
import 'maplibre-gl/dist/maplibre-gl.css';
import './styles/fonts.css';
import './styles/page.css';
import './styles/controls.css';
import './styles/map.css';
import './styles/table.css';
import './styles/sheet.css';
import './styles/overview.css';
import './styles/print.css';
import { App } from './app';

void new App().start();
