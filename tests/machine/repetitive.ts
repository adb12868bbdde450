/** Texts that repeat themselves, in every alphabet: a loop within a loop over a text shows itself on one of them. */

/** Letters, digits, marks, spaces and signs; then the beginnings of what is looked for in a text. */
export const units: readonly string[] = [
  ...['a', 'A', 'é', 'œ', 'я', 'ω', 'ا', 'א', '漢', 'あ', '한', 'ไ', 'अ', '🙂', 'ﬃ', '𝒜'],
  ...['0', '1', '٠', '٣', '۵', '५', '５', '𝟘', '½'],
  ...['\u0301\u0316', 'e\u0301', '\u200b', '\u202f', ' ', '\n', '\r\n', '\t', '\ud800'],
  ...[
    '.',
    '-',
    '_',
    '+',
    '@',
    '%',
    '’',
    "'",
    '"',
    '""',
    '« ',
    '(',
    '[',
    '{',
    '<',
    '>',
    '&',
    '/',
    '\\',
    '|',
    '#',
    '*',
    '`',
    '=',
  ],
  ...[
    ',',
    ';',
    ':',
    '!',
    '? ',
    'a@',
    'a.',
    'a-',
    'A-',
    '1-',
    '1 ',
    '12 ',
    '0.',
    ', ',
    '1,',
    '1;',
    'a;',
    'a\t',
    'a\n',
    'a,b\n',
  ],
  ...[
    'rue ',
    '12 rue de la ',
    'Rue Aa ',
    'Mme Aa ',
    'Léa ',
    'léa ',
    'Léa Durand ',
    'nom est ',
    'né le ',
    'zéro ',
    'un, ',
  ],
  ...[
    'FR12 ',
    '+33 ',
    '[nom] ',
    'de la ',
    'www.',
    'http://',
    '{a}',
    '{{',
    '${',
    '</a',
    '<a ',
    '](',
    '**',
    '__',
    'l’',
    'œu',
  ],
]

export const repeated = (unit: string, length: number): string =>
  unit.repeat(Math.ceil(length / unit.length)).slice(0, length)

const prose =
  'Il faudrait une crèche à Lavaur le mercredi, car la nôtre ferme à 18 h 30 : nous payons 4,50 € par jour depuis 2023. '

/**
 * How many times longer a work takes for a text than for an ordinary one, as much prose: some times when it reads each sign as often as the others,
 * some thousand times when it begins anew at each of them. The quickest of some runs counts: other programs only make a run longer.
 */
export function slowness(
  work: (text: string) => unknown,
  text: string,
  ordinary = repeated(prose, text.length),
): number {
  let [best, bestOrdinary] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]
  for (let run = 0; run < 3; run++) {
    bestOrdinary = Math.min(
      bestOrdinary,
      timeOf(() => work(ordinary)),
    )
    best = Math.min(
      best,
      timeOf(() => work(text)),
    )
  }
  return best / bestOrdinary
}

/** What no work exceeds that begins nowhere anew. */
export const mostSlowness = 40

function timeOf(work: () => unknown): number {
  const before = performance.now()
  work()
  return performance.now() - before
}
