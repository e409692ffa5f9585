/* Looks at the components as a person would and writes down what it saw; the test reads it. */
const one = (id) => document.getElementById(id);
const inside = (id, selector) => one(id).shadowRoot.querySelector(selector);
const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));
/* Waits for what the browser does in its own time; what never comes shows in the report, and the test names it. */
const until = async (isTrue) => {
  for (let tries = 0; tries < 200 && !isTrue(); tries += 1) await pause(50);
};
const violations = [];
document.addEventListener('securitypolicyviolation', (event) => violations.push(`${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`));
const day = (index) => new Date(2026, 10, index, 12).toISOString();

const pixels = (canvas) => {
  const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
  let sum = 0;
  for (let index = 0; index < data.length; index += 1) sum = (sum * 31 + data[index]) % 1_000_000_007;
  return sum;
};

/* A picture that is animated is read when it has stopped to change. */
const settled = async (picture) => {
  let last;
  await until(() => {
    const now = picture();
    const isStill = now === last;
    last = now;
    return isStill;
  });
};

const meter = (id) => {
  const track = inside(id, '.track');
  return { state: one(id).getAttribute('state'), role: track.getAttribute('role'), now: track.getAttribute('aria-valuenow'), words: track.getAttribute('aria-valuetext'), percent: inside(id, '.percent').textContent };
};

const chartReport = async () => {
  one('chart').data = { title: 'Bandwidth', unit: 'GB', allowance: 12, series: [
    { name: '<img src=x onerror=alert(1)>', points: [[day(1), 4], [day(2), null], [day(3), 10.25], [day(4), 7]] },
    { name: 'second', points: [[day(1), 1], [day(3), 2]] }] };
  const picture = () => inside('chart', 'canvas') && pixels(inside('chart', 'canvas'));
  const plot = inside('chart', '.plot');
  await until(picture);
  await settled(picture);
  const light = picture();
  document.documentElement.dataset.mode = 'dark';
  await until(() => picture() !== light);
  await settled(picture);
  const dark = picture();
  for (const key of ['ArrowRight', 'ArrowRight', 'ArrowRight']) plot.dispatchEvent(new KeyboardEvent('keydown', { key }));
  await until(() => inside('chart', '.tip')?.textContent && inside('chart', '[aria-live]').textContent);
  const spoken = inside('chart', '[aria-live]').textContent;
  const tip = inside('chart', '.tip')?.textContent ?? '';
  inside('chart', 'button').click();
  return {
    summary: inside('chart', '#summary').textContent,
    changedWithMode: light !== dark,
    spoken, tip,
    rows: inside('chart', 'tbody').rows.length,
    cells: [...inside('chart', 'tbody').rows].map((row) => [...row.cells].slice(1).map((cell) => cell.textContent)),
    heads: [...inside('chart', 'thead').querySelectorAll('th')].map((head) => head.textContent),
    images: one('chart').shadowRoot.querySelectorAll('img').length,
    tableShown: !inside('chart', '.rows').hidden && plot.hidden,
    expanded: inside('chart', 'button').getAttribute('aria-expanded'),
  };
};

/* As when the script of the component arrives after the data: the element comes from a document that does not know it. */
const lateReport = async () => {
  const early = document.implementation.createHTMLDocument('').createElement('time-chart');
  early.data = { title: 'Late', unit: 'GB', series: [{ name: 'Late', points: [[day(1), 4], [day(2), 5]] }] };
  document.body.append(early);
  await until(() => early.shadowRoot.querySelector('tbody')?.rows.length);
  const rows = early.shadowRoot.querySelector('tbody').rows.length;
  early.remove();
  return rows;
};

const numberReport = async () => {
  const before = one('number').getAnimations().length;
  one('number').setAttribute('value', '1235');
  return { text: inside('number', 'span').textContent, money: inside('money', 'span').textContent, before, after: one('number').getAnimations().length };
};

const headlineReport = () => {
  const texts = () => [...one('headline').children].map((part) => part.shadowRoot?.querySelector('span').textContent ?? part.textContent);
  const first = texts();
  one('headline').setAttribute('text', '1,024');
  one('headline').setAttribute('hint', '<b>One</b> suspended');
  const number = one('headline').querySelector('live-number');
  return { first, then: texts(), glows: number.getAnimations().length, characters: number.style.getPropertyValue('--chars'), bold: one('headline').querySelectorAll('b').length };
};

const listReport = async () => {
  const who = (name, used) => ({ name, note: 'Pro', figures: `Storage · ${used} of 100 GB`, percent: `${used}%`, level: 'warning', label: 'Storage', value: String(used), max: '100', unit: 'GB', spoken: `${used} of 100 GB` });
  const early = document.implementation.createHTMLDocument('').createElement('meter-list');
  early.lines = [who('Early', 95)];
  document.body.append(early);
  one('list').lines = [who('<img src=x onerror=alert(1)>', 99), who('Second', 91)];
  const kept = one('list').querySelector('li');
  const words = [...one('list').querySelectorAll('li')].map((line) => [...line.querySelectorAll('span')].map((part) => part.textContent));
  one('list').lines = [who('First', 100)];
  await pause(50);
  const meter = one('list').querySelector('usage-meter');
  const report = { words, images: one('list').querySelectorAll('img').length, then: one('list').querySelectorAll('li').length, isKept: kept === one('list').querySelector('li'), state: meter.getAttribute('state'), spoken: meter.shadowRoot.querySelector('.track').getAttribute('aria-valuetext'), early: early.querySelectorAll('li').length };
  early.remove();
  return report;
};

const previewReport = () => {
  const preview = one('preview');
  const empty = preview.shadowRoot.childElementCount;
  const colors = (accent) => ({ '--ui-accent': accent, '--ui-on-accent': '#ffffff', '--ui-text': '#101010', '--ui-page': '#fafafa' });
  preview.words = Object.fromEntries(['portal', 'login', 'mail', 'invoice', 'light', 'dark', 'usage', 'sites', 'invoices', 'upgrade', 'storage', 'estimate', 'welcome', 'email', 'password', 'enter', 'forgot', 'subject', 'letter', 'look', 'plan', 'overage', 'total'].map((key) => [key, `words of ${key}`]));
  preview.logos = { light: 'data:image/svg+xml,%3Csvg xmlns="http://www.w3.org/2000/svg" id="light"/%3E', dark: 'data:image/svg+xml,%3Csvg xmlns="http://www.w3.org/2000/svg" id="dark"/%3E' };
  preview.brand = { name: '<img src=x onerror=alert(1)>', promise: 'p', footer: '<b>f</b>', sender: '<i>s</i>', support: 'a@b.example', family: 'System', fonts: '', font: 'serif', radius: '3px', radiusCard: '5px', light: colors('#aa0000'), dark: colors('#ff9999') };
  const root = preview.shadowRoot;
  const report = { empty, surfaces: {}, foreign: 0 };
  for (const surface of ['portal', 'login', 'mail', 'invoice']) {
    preview.setAttribute('surface', surface);
    report.surfaces[surface] = root.querySelector('.screen').textContent.includes(`words of ${surface === 'portal' ? 'usage' : surface === 'login' ? 'welcome' : surface === 'mail' ? 'subject' : 'total'}`);
    report.foreign += root.querySelectorAll('img:not(.logo), b:not([class=""])').length;
  }
  preview.setAttribute('surface', 'portal');
  const accent = () => getComputedStyle(root.querySelector('.button')).backgroundColor;
  const light = [accent(), root.querySelector('.logo').src.includes('"light"')];
  preview.setAttribute('mode', 'dark');
  report.accents = [light[0], accent()];
  report.logos = [light[1], root.querySelector('.logo').src.includes('"dark"')];
  preview.setAttribute('width', 'phone');
  report.phone = root.querySelector('.screen').getBoundingClientRect().width;
  report.spoken = root.querySelector('.stage').getAttribute('aria-label');
  return report;
};

const pagesReport = async () => {
  const report = {};
  for (const page of ['landing', 'plans', 'docs', 'error', 'app']) {
    const frame = Object.assign(document.createElement('iframe'), { src: `/acme/${page}`, width: 360, height: 800 });
    const loaded = new Promise((resolve) => frame.addEventListener('load', resolve));
    document.body.append(frame);
    await loaded;
    await pause(300);
    const root = frame.contentDocument.documentElement;
    report[page] = { overflow: root.scrollWidth > 360, font: [...frame.contentDocument.fonts].some((face) => face.status === 'loaded') };
    frame.remove();
  }
  return report;
};

await customElements.whenDefined('live-number');
const report = {
  chart: await chartReport(),
  lateRows: await lateReport(),
  empty: inside('empty', '.empty').textContent,
  emptyHasNoButton: inside('empty', 'button').hidden,
  meters: { calm: meter('calm'), notice: meter('notice'), warning: meter('warning'), over: meter('over'), open: meter('open') },
  number: await numberReport(),
  headline: headlineReport(),
  list: await listReport(),
  preview: previewReport(),
  pages: await pagesReport(),
  violations,
};
await fetch('/showcase/report', { method: 'POST', body: JSON.stringify(report) });
