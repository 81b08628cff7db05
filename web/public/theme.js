// Runs before the first paint, so that no other theme flashes. The same storage key as in page/ThemeToggle.tsx.
try {
  const chosen = localStorage.getItem('aide-memoire.theme')
  if (chosen === 'light' || chosen === 'dark') document.documentElement.dataset.theme = chosen
} catch {
  // Storage is switched off: the system's theme is used.
}
