const day = (index) => new Date(Date.UTC(2026, 9, 23 + index, 12)).toISOString();
const wave = (index, base, swing) => Math.round((base + swing * Math.sin(index / 3.1) + swing * 0.6 * Math.sin(index * 1.7)) * 10) / 10;
const points = (base, swing) => Array.from({ length: 30 }, (unused, index) => [day(index), index === 17 || index === 18 ? null : wave(index, base, swing)]);
const one = (id) => document.getElementById(id);

one('main').data = { title: 'Bandwidth per day', unit: 'GB', allowance: 66.7, average: 41, series: [{ name: 'Bandwidth', points: points(42, 14) }] };
one('many').data = { title: 'Traffic by site', unit: 'GB', series: [
  { name: 'shop.example', points: points(30, 6) }, { name: 'blog.example', points: points(20, 3) },
  { name: 'www.example', points: points(13, 2) }, { name: 'docs.example', points: points(8, 1.5) }, { name: '<b>old</b>', points: points(3, 1) }] };
one('empty').data = { title: 'Errors', series: [{ name: 'Errors', points: [[day(0), null]] }], empty: 'No errors in the last 30 days.' };
one('bill').setAttribute('value', '28.41');
if (location.hash === '#table') one('main').shadowRoot.querySelector('button').click();
