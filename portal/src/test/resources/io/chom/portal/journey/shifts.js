// Adds up how much jumped without anybody having touched the page.
window.shifted = 0;
new PerformanceObserver((list) => list.getEntries().filter((one) => !one.hadRecentInput).forEach((one) => { window.shifted += one.value; }))
  .observe({ type: 'layout-shift', buffered: true });
