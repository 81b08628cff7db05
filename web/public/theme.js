// Runs before the first paint, so that a chosen theme does not flash. The same key as in page/theme.ts.
try {
  const chosen = localStorage.getItem('aide-memoire.theme')
  if (chosen === 'light' || chosen === 'dark') document.documentElement.dataset.theme = chosen
} catch {
  // Storage is switched off: the system's theme holds.
}
