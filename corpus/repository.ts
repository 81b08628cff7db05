/** The institution that keeps a document, from the first words of its call number, which archives write many ways. */

/** Beginnings of call numbers, and the name of the institution as its country's archivists give it in English. */
const REPOSITORIES: readonly [pattern: RegExp, name: string][] = [
  [/^AP ?RF\b/, 'Archive of the President, Russian Federation (APRF)'],
  [
    /^AVP ?RF\b|Foreign Policy of the Russian Federation/,
    'Foreign Policy Archive, Russian Federation (AVPRF)',
  ],
  [/^RGANI\b/, 'Russian State Archive of Contemporary History (RGANI)'],
  [/^(?:Copy: )?RGASPI\b/, 'Russian State Archive of Socio-Political History (RGASPI)'],
  [/^TsAMO\b/, 'Central Archive of the Ministry of Defense, Russian Federation (TsAMO)'],
  [/^GARF\b/, 'State Archive of the Russian Federation (GARF)'],
  [/^(?:MOL|MNL OL)\b/, 'Hungarian National Archives (MNL OL)'],
  [/^PRC FMA\b/, 'Foreign Ministry Archive, People’s Republic of China'],
  [/\bMfAA\b|^PolA AA\b/, 'Political Archive of the Federal Foreign Office, Berlin (PolA AA)'],
  [/^SAPMO|^DY ?30\b/, 'Archives of Parties and Mass Organizations of the GDR (SAPMO-BA)'],
  [/^BStU\b/, 'Stasi Records Archive (BStU)'],
  [
    /Romanian (?:Ministry of Foreign Affairs|Foreign Ministry)|Romanian Ministry of Foreig/,
    'Romanian Foreign Ministry Archive',
  ],
  [
    /^ANIC\b|^National (?:Central Historical|Historical and Central) Archives/,
    'Romanian National Archives (ANIC)',
  ],
  [/^State Central Archive in Prague/, 'State Central Archive, Prague'],
  [/^International Olympic Committee/, 'International Olympic Committee Archives'],
  [/Nixon Presidential Materials/, 'Nixon Library'],
  [/Johnson Library/, 'Johnson Library'],
  [/Kennedy Library/, 'Kennedy Library'],
  [/Carter Library/, 'Carter Library'],
  [/Bush Presidential Library/, 'George H. W. Bush Library'],
  [/^Central Intelligence Agency/, 'Central Intelligence Agency'],
  // Decimal files and lots of the Department of State, which the National Archives keep by now.
  [
    /^(?:U\.S\. )?Department of State\b|^\d{3}[A-Z]?\.\d|Files, lot|^(?:FE Files: )?Lot\b|^(?:SEOUL|STATE|BEIJING) \d/i,
    'Department of State',
  ],
  [/^National Archives\b/, 'National Archives, Washington'],
]

/** Longer first parts are descriptions, not names. In characters. */
const LONGEST_NAME = 70

/**
 * The repository's name, or undefined where the call number does not tell: a bare file number, or a book. An unknown
 * archive's call number is taken to begin with its name ("Polish Foreign Ministry Archive, file 3").
 */
export function repositoryOf(callNumber: string): string | undefined {
  const known = REPOSITORIES.find(([pattern]) => pattern.test(callNumber))
  if (known) return known[1]
  const [first = ''] = callNumber.split(/[,;:]/)
  return /archiv|librar|rigsarkivet|museum|universit/i.test(first) && first.length <= LONGEST_NAME
    ? first.trim()
    : undefined
}
