/*
 * <time-chart>: a line chart over time, drawn by ECharts, with the same data as a table behind it.
 *
 *   chart.data = {title, unit, series: [{name, points: [[isoTime, number | null], …]}, …],
 *                 allowance?: number, average?: number, empty?: string, words?: {name: sentence, …}}
 *
 * The words are English unless others are given; their places are {0}, {1} and so on. The data may also stand in the attribute "data" as JSON. No static import and no export, so that the file runs as a
 * module and as a plain script alike. Data never becomes markup: text nodes only.
 */
if (!customElements.get('time-chart')) {
  /* The kinds of charts that a portal has, at two thirds of the size of all; it leaves its name in the global scope. */
  const ECHARTS = '/_static/echarts/6.0.0/dist/echarts.common.min.js';
  const SERIES_COLORS = ['--ui-chart-1', '--ui-chart-2', '--ui-chart-3', '--ui-chart-4', '--ui-chart-5'];
  const DASHES = ['solid', [6, 4], [2, 3], [10, 3, 2, 3], [14, 4]];
  const DAY = 86_400_000;
  const WORDS = {
    table: 'Show as table',
    chart: 'Show as chart',
    time: 'Time',
    allowance: 'Allowance {0}',
    average: 'Average {0}',
    span: '{0} to {1}.',
    summary: '{0}: latest {1}, highest {2} on {3}.',
    keys: 'Left and right arrow keys read the values.',
    gap: 'not measured',
    empty: 'Nothing was measured in this period yet.',
  };
  /* An allowance further away than this would press the data flat; it is then only named. */
  const FARTHEST_ALLOWANCE = 2.5;

  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`
    :host { display: flex; flex-direction: column; container-type: inline-size; inline-size: 100%; block-size: 100%; min-inline-size: 0; font-family: var(--ui-font); color: var(--ui-text); font-size: 14px; line-height: 1.4; }
    :host([hidden]) { display: none; }
    header { display: flex; flex-wrap: wrap; align-items: baseline; justify-content: space-between; gap: 4px 16px; margin-block-end: 12px; }
    h3 { margin: 0; font-size: 16px; font-weight: 600; letter-spacing: -0.01em; }
    header p { margin: 2px 0 0; color: var(--ui-muted); font-size: 12px; }
    button { font: inherit; font-size: 12px; font-weight: 500; min-block-size: 28px; padding: 4px 10px; color: var(--ui-muted); background: transparent; border: 1px solid var(--ui-hairline); border-radius: var(--ui-radius); cursor: pointer; }
    button:hover { color: var(--ui-text); background: var(--ui-sunken); }
    :focus-visible { outline: 2px solid var(--ui-focus); outline-offset: 2px; border-radius: var(--ui-radius); }
    .plot { flex: 1 0 auto; min-block-size: var(--chart-height, 280px); position: relative; touch-action: pan-y; }
    .empty { display: grid; place-content: center; justify-items: center; gap: 12px; text-align: center; color: var(--ui-muted); flex: 1; min-block-size: min(160px, var(--chart-height, 280px)); border: 1px dashed var(--ui-hairline); border-radius: var(--ui-radius-card); padding: 24px; box-sizing: border-box; }
    .rows { max-block-size: var(--chart-height, 280px); overflow: auto; border: 1px solid var(--ui-hairline); border-radius: var(--ui-radius); }
    table { inline-size: 100%; border-collapse: collapse; font-variant-numeric: tabular-nums; }
    caption { text-align: start; padding: 8px 12px; color: var(--ui-muted); font-size: 12px; }
    th, td { padding: 6px 12px; text-align: end; border-block-end: 1px solid var(--ui-hairline); white-space: nowrap; }
    th:first-child { text-align: start; font-weight: 400; }
    thead th { position: sticky; inset-block-start: 0; background: var(--ui-sunken); font-weight: 500; font-size: 12px; color: var(--ui-muted); }
    .legend { display: flex; flex-wrap: wrap; gap: 4px 16px; margin: 12px 0 0; padding: 0; list-style: none; font-size: 12px; color: var(--ui-muted); }
    .legend:empty { display: none; }
    .legend li { display: flex; align-items: center; gap: 6px; }
    .legend i { inline-size: 14px; block-size: 3px; border-radius: 2px; }
    @container (min-width: 480px) { .legend { display: none; } }
    .unseen { position: absolute; inline-size: 1px; block-size: 1px; margin: -1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
    [hidden] { display: none !important; }
    .tip { font-variant-numeric: tabular-nums; }
    .tip time { display: block; margin-block-end: 4px; color: var(--ui-muted); font-size: 12px; }
    .tip div { display: flex; justify-content: space-between; gap: 24px; }
    .tip strong { font-weight: 600; }
  `);

  const element = (name, properties = {}, ...children) => {
    const node = Object.assign(document.createElement(name), properties);
    node.append(...children);
    return node;
  };

  const instant = (text) => {
    const day = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text);
    return day ? new Date(+day[1], day[2] - 1, +day[3]).getTime() : new Date(text).getTime();
  };

  class TimeChart extends HTMLElement {
    static observedAttributes = ['data'];

    #data = null;
    #chart = null;
    #cursor = -1;
    #isTable = false;
    #observers = [];
    #drawing = 0;

    constructor() {
      super();
      const root = this.attachShadow({ mode: 'open' });
      root.adoptedStyleSheets = [sheet];
      this.heading = element('h3', { id: 'title' });
      this.subline = element('p');
      this.toggle = element('button', { type: 'button' }, WORDS.table);
      this.plot = element('div', { className: 'plot', tabIndex: 0 });
      this.rows = element('div', { className: 'rows', tabIndex: 0, hidden: true });
      this.legend = element('ul', { className: 'legend', ariaHidden: 'true' });
      this.blank = element('div', { className: 'empty', hidden: true });
      this.summary = element('p', { className: 'unseen', id: 'summary' });
      this.spoken = element('p', { className: 'unseen', ariaLive: 'polite' });
      for (const [name, value] of [['role', 'group'], ['aria-roledescription', 'chart'], ['aria-labelledby', 'title'], ['aria-describedby', 'summary']]) {
        this.plot.setAttribute(name, value);
      }
      this.rows.setAttribute('role', 'region');
      this.rows.setAttribute('aria-labelledby', 'title');
      this.toggle.setAttribute('aria-expanded', 'false');
      root.append(
        element('header', {}, element('div', {}, this.heading, this.subline), this.toggle),
        this.plot, this.legend, this.rows, this.blank, this.summary, this.spoken);
      this.toggle.addEventListener('click', () => this.#showTable(!this.#isTable));
      this.plot.addEventListener('keydown', (event) => this.#walk(event));
      this.plot.addEventListener('blur', () => this.#chart?.dispatchAction({ type: 'hideTip' }));
    }

    get data() { return this.#data; }

    set data(value) {
      this.#data = typeof value === 'string' ? JSON.parse(value) : value;
      this.#cursor = -1;
      this.#render();
    }

    attributeChangedCallback(name, before, now) {
      if (now && now !== before) this.data = now;
    }

    connectedCallback() {
      this.#takeUp();
      const dark = matchMedia('(prefers-color-scheme: dark)');
      const refresh = () => this.refresh();
      dark.addEventListener('change', refresh);
      const size = new ResizeObserver(() => this.#chart?.resize());
      size.observe(this.plot);
      const mode = new MutationObserver(refresh);
      mode.observe(document.documentElement, { attributes: true, attributeFilter: ['theme', 'data-mode', 'style', 'class'] });
      this.#observers = [size, mode, { disconnect: () => dark.removeEventListener('change', refresh) }];
      this.#render();
    }

    /* Data that was given before this element was defined hides the accessor of the same name. */
    #takeUp() {
      if (!Object.hasOwn(this, 'data')) return;
      const given = this.data;
      delete this.data;
      this.data = given;
    }

    disconnectedCallback() {
      this.#observers.forEach((observer) => observer.disconnect());
      this.#chart?.dispose();
      this.#chart = null;
    }

    /* Reads the colours again; call it when a brand's style sheet was exchanged. */
    refresh() {
      cancelAnimationFrame(this.#drawing);
      this.#drawing = requestAnimationFrame(() => this.#draw());
    }

    get #series() {
      return (this.#data?.series ?? []).slice(0, SERIES_COLORS.length).map((series) => ({
        name: String(series.name ?? ''),
        points: (series.points ?? []).map(([time, value]) => [instant(time), value === null ? null : Number(value)]),
      }));
    }

    get #language() { return this.closest('[data-locale]')?.dataset.locale || this.closest('[lang]')?.lang || navigator.language; }

    #say(key, ...places) {
      return (this.#data?.words?.[key] ?? WORDS[key]).replace(/\{(\d)\}/g, (gap, index) => places[index] ?? gap);
    }

    #number(value) {
      const text = new Intl.NumberFormat(this.#language, { maximumFractionDigits: 6 }).format(value);
      return this.#data?.unit ? `${text} ${this.#data.unit}` : text;
    }

    #moment(time, length) {
      const series = this.#series;
      const points = series.flatMap((one) => one.points.slice(0, 2));
      const isDaily = points.length < 2 || Math.abs(points[1][0] - points[0][0]) >= DAY - 3_600_000 * 2;
      const date = length === 'long' ? { day: 'numeric', month: 'long', year: 'numeric' } : { day: 'numeric', month: 'short' };
      const options = isDaily ? date : { ...date, hour: '2-digit', minute: '2-digit' };
      return new Intl.DateTimeFormat(this.#language, options).format(time);
    }

    #render() {
      if (!this.#data || !this.isConnected) return;
      const series = this.#series;
      const values = series.flatMap((one) => one.points).filter(([, value]) => value !== null);
      const isEmpty = values.length === 0;
      this.heading.textContent = this.#data.title ?? '';
      this.subline.textContent = this.#facts();
      this.toggle.hidden = isEmpty;
      this.toggle.textContent = this.#say(this.#isTable ? 'chart' : 'table');
      this.blank.hidden = !isEmpty;
      this.blank.textContent = this.#data.empty ?? this.#say('empty');
      this.plot.hidden = isEmpty || this.#isTable;
      this.rows.hidden = isEmpty || !this.#isTable;
      this.summary.textContent = isEmpty ? '' : this.#summarise(series, values);
      this.rows.replaceChildren(this.#table(series));
      this.legend.replaceChildren(...(series.length > 1 && !this.plot.hidden ? series.map((one, index) => this.#key(one, index)) : []));
      if (!isEmpty) this.#draw();
    }

    #facts() {
      const { allowance, average } = this.#data;
      const facts = [];
      if (allowance != null) facts.push(this.#say('allowance', this.#number(allowance)));
      if (average != null) facts.push(this.#say('average', this.#number(average)));
      return facts.join(' · ');
    }

    #summarise(series, values) {
      const times = values.map(([time]) => time);
      const span = this.#say('span', this.#moment(Math.min(...times), 'long'), this.#moment(Math.max(...times), 'long'));
      const lines = series.filter((one) => one.points.some(([, value]) => value !== null)).map((one) => {
        const known = one.points.filter(([, value]) => value !== null);
        const highest = known.reduce((best, point) => (point[1] > best[1] ? point : best));
        const latest = known.at(-1);
        return this.#say('summary', one.name, this.#number(latest[1]), this.#number(highest[1]), this.#moment(highest[0], 'long'));
      });
      return [span, ...lines, this.#facts(), this.#say('keys')].join(' ');
    }

    #table(series) {
      const times = [...new Set(series.flatMap((one) => one.points.map(([time]) => time)))].sort((a, b) => a - b);
      const byTime = series.map((one) => new Map(one.points));
      const head = element('tr', {}, element('th', { scope: 'col' }, this.#say('time')), ...series.map((one) => element('th', { scope: 'col' }, one.name)));
      const body = times.map((time) => element('tr', {},
        element('th', { scope: 'row' }, element('time', { dateTime: new Date(time).toISOString() }, this.#moment(time, 'long'))),
        ...byTime.map((values) => element('td', {}, values.get(time) == null ? this.#say('gap') : this.#number(values.get(time))))));
      const caption = element('caption', {}, [this.#data.title, this.#facts()].filter(Boolean).join(' · '));
      return element('table', {}, caption, element('thead', {}, head), element('tbody', {}, ...body));
    }

    /* Where there is no room for names at the lines' ends; the table and the summary name them for screen readers. */
    #key(series, index) {
      const swatch = element('i');
      swatch.style.setProperty('background', `var(${SERIES_COLORS[index]})`);
      return element('li', {}, swatch, series.name);
    }

    #showTable(isTable) {
      this.#isTable = isTable;
      this.toggle.setAttribute('aria-expanded', String(isTable));
      this.#render();
    }

    /* The canvas knows no custom properties, and light-dark() is only resolved in a real colour. */
    #color(property, alpha = 1) {
      const probe = element('span', { hidden: true });
      probe.style.setProperty('color', `var(${property})`);
      this.shadowRoot.append(probe);
      const color = getComputedStyle(probe).color;
      probe.remove();
      return alpha === 1 ? color : color.replace('rgb(', 'rgba(').replace(')', `, ${alpha})`);
    }

    async #draw() {
      if (!this.isConnected || this.plot.hidden || !this.#data) return;
      await import(ECHARTS);
      const { echarts } = globalThis;
      if (!this.isConnected || this.plot.hidden) return;
      this.#chart ??= echarts.init(this.plot, null, { renderer: 'canvas' });
      this.#chart.resize();
      this.#chart.setOption(this.#option(), true);
    }

    #option() {
      const series = this.#series;
      const isQuiet = matchMedia('(prefers-reduced-motion: reduce)').matches;
      const muted = this.#color('--ui-muted');
      const font = getComputedStyle(this).fontFamily;
      const label = { color: muted, fontFamily: font, fontSize: 12 };
      const isNarrow = this.plot.clientWidth < 480;
      return {
        animation: !isQuiet,
        animationDuration: 200,
        animationDurationUpdate: 200,
        textStyle: { fontFamily: font },
        grid: { left: 4, right: this.#margin(series, isNarrow), top: 16, bottom: 4, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
        xAxis: {
          type: 'time', axisLine: { show: false }, axisTick: { show: false }, splitLine: { show: false },
          splitNumber: isNarrow ? 3 : 6,
          axisLabel: { ...label, hideOverlap: true, formatter: (time) => this.#moment(time, 'short') },
        },
        yAxis: {
          type: 'value', min: 0, max: this.#top(series), splitNumber: 4,
          /* The room above an allowance is no round number. */
          axisLabel: { ...label, showMaxLabel: this.#top(series) === undefined, formatter: (value) => new Intl.NumberFormat(this.#language, { notation: 'compact' }).format(value) },
          axisLine: { show: false }, axisTick: { show: false },
          splitLine: { lineStyle: { color: this.#color('--ui-hairline'), width: 1 } },
        },
        tooltip: {
          trigger: 'axis', confine: true, transitionDuration: isQuiet ? 0 : 0.12,
          backgroundColor: this.#color('--ui-raised'), borderColor: this.#color('--ui-hairline'), borderWidth: 1, padding: [8, 12],
          textStyle: { color: this.#color('--ui-text'), fontFamily: font, fontSize: 14 },
          extraCssText: 'box-shadow: 0 8px 24px -8px rgb(0 0 0 / 24%); border-radius: var(--ui-radius)',
          axisPointer: { type: 'line', lineStyle: { color: this.#color('--ui-control'), width: 1, type: 'solid' } },
          formatter: (rows) => this.#tip(rows),
        },
        series: series.map((one, index) => this.#line(one, index, series.length, label)),
      };
    }

    /* Room at the right for what is written at the lines' ends. */
    #margin(series, isNarrow) {
      const hasMarks = this.#isAllowanceNear(series) || this.#data.average != null;
      return series.length > 1 && !isNarrow ? 124 : hasMarks ? 56 : 16;
    }

    #line(one, index, count, label) {
      const color = this.#color(SERIES_COLORS[index]);
      const isAlone = one.points.filter(([, value]) => value !== null).length === 1;
      return {
        type: 'line', name: one.name, data: one.points, connectNulls: false, smooth: 0.35, smoothMonotone: 'x',
        showSymbol: isAlone, symbol: 'circle', symbolSize: isAlone ? 8 : 7,
        lineStyle: { color, width: index === 0 ? 2.5 : 1.75, type: DASHES[index], cap: 'round' },
        itemStyle: { color, borderColor: this.#color('--ui-surface'), borderWidth: 2 },
        areaStyle: index === 0 ? { color: this.#fade() } : undefined,
        emphasis: { disabled: false, lineStyle: { width: index === 0 ? 2.5 : 1.75 } },
        endLabel: count > 1 && this.plot.clientWidth >= 480
          ? { show: true, formatter: () => one.name, color: index === 0 ? color : label.color, fontFamily: label.fontFamily, fontSize: 12, distance: 8, width: 112, overflow: 'truncate' }
          : { show: false },
        markLine: index === 0 ? this.#marks(label) : undefined,
        z: 10 - index,
      };
    }

    #fade() {
      return {
        type: 'linear', x: 0, y: 0, x2: 0, y2: 1,
        colorStops: [{ offset: 0, color: this.#color('--ui-chart-1', 0.18) }, { offset: 1, color: this.#color('--ui-chart-1', 0) }],
      };
    }

    #highest(series) {
      return Math.max(0, ...series.flatMap((one) => one.points.map(([, value]) => value ?? 0)));
    }

    #isAllowanceNear(series) {
      const { allowance } = this.#data;
      return allowance > 0 && allowance <= this.#highest(series) * FARTHEST_ALLOWANCE;
    }

    #top(series) {
      return this.#isAllowanceNear(series) && this.#data.allowance > this.#highest(series) ? this.#data.allowance * 1.08 : undefined;
    }

    #marks(label) {
      const { allowance, average } = this.#data;
      const marks = [];
      const mark = (yAxis, text, color, type, width) => marks.push({
        yAxis, lineStyle: { color, type, width },
        label: { show: Boolean(text), position: 'end', distance: 8, formatter: () => text, ...label },
      });
      if (this.#isAllowanceNear(this.#series)) {
        const fits = this.plot.clientHeight >= 200 && allowance >= this.#highest(this.#series) * 0.6;
        if (fits) {
          mark(allowance * 0.8, '80 %', this.#color('--ui-muted', 0.75), [2, 4], 1);
          mark(allowance * 0.9, '90 %', this.#color('--ui-muted', 0.75), [2, 4], 1);
        }
        mark(allowance, '100 %', this.#color('--ui-warning'), 'solid', 1.5);
      }
      if (average != null && this.#series.length === 1) mark(average, 'Average', this.#color('--ui-control'), [6, 4], 1);
      return { silent: true, symbol: 'none', animation: false, data: marks };
    }

    #tip(rows) {
      const tip = element('div', { className: 'tip' }, element('time', {}, this.#moment(rows[0].value[0], 'long')));
      for (const row of rows) {
        const text = row.value[1] == null ? this.#say('gap') : this.#number(row.value[1]);
        tip.append(element('div', {}, element('span', {}, row.seriesName), element('strong', {}, text)));
      }
      return tip;
    }

    #walk(event) {
      const points = this.#series[0]?.points ?? [];
      const target = { ArrowLeft: this.#cursor - 1, ArrowRight: this.#cursor + 1, Home: 0, End: points.length - 1 }[event.key];
      if (target === undefined || points.length === 0) return;
      event.preventDefault();
      this.#cursor = Math.min(points.length - 1, Math.max(0, target));
      this.#chart?.dispatchAction({ type: 'showTip', seriesIndex: 0, dataIndex: this.#cursor });
      const [time, value] = points[this.#cursor];
      this.spoken.textContent = `${this.#moment(time, 'long')}: ${value === null ? this.#say('gap') : this.#number(value)}`;
    }
  }

  customElements.define('time-chart', TimeChart);
}
