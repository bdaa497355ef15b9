import './styles/italia.scss';
import 'maplibre-gl/dist/maplibre-gl.css';
import './styles/fonts.css';
import './styles/page.css';
import './styles/finder.css';
import './styles/compare.css';
import './styles/notices.css';
import './styles/indicators.css';
import './styles/provenance.css';
import './styles/tabs.css';
import './styles/controls.css';
import './styles/map.css';
import './styles/panel.css';
import './styles/layers.css';
import './styles/swipe.css';
import './styles/table.css';
import './styles/downloads.css';
import './styles/importing.css';
import './styles/sheet.css';
import './styles/figures.css';
import './styles/overview.css';
import './styles/week.css';
import './styles/findings.css';
import './styles/trial.css';
import './styles/desk.css';
import './styles/proposalChoices.css';
import './styles/proposals.css';
import './styles/viewHelp.css';
import './styles/terms.css';
import './styles/firstVisit.css';
import './styles/widths.css';
import './styles/contrast.css';
import './styles/print.css';
import './styles/paperParts.css';
import './styles/paperTable.css';
import { fillWords } from './drawing/words';
import { App } from './page/app';
import { asksForVisit, firstVisit, isBare } from './panels/firstVisit';
import { TermMeanings } from './panels/terms';
import { DOCUMENT } from './text/frameWords';

fillWords(DOCUMENT.title);
new TermMeanings();

// What the address says is known before the page writes its own.
const [isAsked, isFirst] = [asksForVisit(location), isBare(location)];
void new App().start().then(() => {
  if (isAsked || isFirst) firstVisit().offer(isAsked);
});
