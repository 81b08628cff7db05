/**
 * A button that cycles through the three colour themes. public/theme.js applies the stored one before the first paint.
 */
import { Monitor, Moon, Sun } from 'lucide-react'
import { useState } from 'react'

const themes = ['system', 'light', 'dark'] as const
type Theme = (typeof themes)[number]

const STORAGE_KEY = 'aide-memoire.theme'

const ICONS = { system: Monitor, light: Sun, dark: Moon }
const THEME_LABELS = { system: 'as the system', light: 'light', dark: 'dark' }

export function ThemeToggle() {
  const [theme, setTheme] = useState(readTheme)
  const next = themes[(themes.indexOf(theme) + 1) % themes.length] ?? 'system'
  const Icon = ICONS[theme]
  const label = `Colours: ${THEME_LABELS[theme]}. Change to ${THEME_LABELS[next]}`
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      className="grid size-8 place-items-center text-soft hover:text-ink"
      onClick={() => {
        applyTheme(next)
        setTheme(next)
      }}
    >
      <Icon size={16} strokeWidth={1.5} aria-hidden="true" />
    </button>
  )
}

function readTheme(): Theme {
  const { theme } = document.documentElement.dataset
  return theme === 'light' || theme === 'dark' ? theme : 'system'
}

function applyTheme(theme: Theme) {
  if (theme === 'system') delete document.documentElement.dataset.theme
  else document.documentElement.dataset.theme = theme
  try {
    if (theme === 'system') localStorage.removeItem(STORAGE_KEY)
    else localStorage.setItem(STORAGE_KEY, theme)
  } catch {
    // Storage is full or switched off: the choice is lost when the page is closed.
  }
}
