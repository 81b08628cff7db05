/** Where Debian puts Chromium, and how it is started so that it asks nothing of the network. */
export const CHROMIUM = '/usr/bin/chromium'
export const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]
