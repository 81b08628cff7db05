/** One button that goes through the three themes. */
import { Monitor, Moon, Sun } from 'lucide-react'
import { useState } from 'react'
import { applyTheme, readTheme, themes } from './theme.ts'

const ICONS = { system: Monitor, light: Sun, dark: Moon }
const NAMES = { system: 'as the system', light: 'light', dark: 'dark' }

export function ThemeToggle() {
  const [theme, setTheme] = useState(readTheme)
  const next = themes[(themes.indexOf(theme) + 1) % themes.length] ?? 'system'
  const Icon = ICONS[theme]
  const label = `Colours: ${NAMES[theme]}. Change to ${NAMES[next]}`
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
