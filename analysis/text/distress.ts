/**
 * Answers that a named person must read first: someone may be in danger. Negations do not clear an answer (« il ne me
 * frappe plus », « je ne veux plus vivre »): better one reading too many than a call unheard. The list is of words, not a
 * diagnosis; it misses things, and the notice tells people in danger whom to call (119, 3114, 3919, 15, 17).
 */

import { plain } from './plain.ts'

export type Concern = { id: string; title: string; patterns: readonly RegExp[] }

/** Patterns run on text without accents, lower case, straight apostrophes. */
export const concerns: readonly Concern[] = [
  {
    id: 'suicide',
    title: 'Idées suicidaires ou automutilation',
    patterns: [
      /suicid/,
      /\b(?:me|se) (?:tuer|foutre en l'air|pendre|scarifi\w*|mutil\w*)\b/,
      /\bme faire du mal\b/,
      /\bscarifi/,
      /automutil/,
      /\ben finir\b/,
      /\b(?:envie|veux|voudrais|prefere\w*|aimerais) (?:de |d')?(?:mourir|crever|disparaitre|etre morte?)\b/,
      /\b(?:plus|pas) (?:la force|envie|le courage) de (?:vivre|continuer)\b/,
      /\bveux plus (?:vivre|etre la)\b/,
      /\b(?:vie|vivre) ne (?:vaut|sert)\b/,
      /\bk+m+s\b/,
    ],
  },
  {
    id: 'violence',
    title: 'Violences physiques, conjugales ou familiales',
    patterns: [
      /\b(?:me|nous|le|la|les|l'|m'|s')\s?(?:a |ont |avait |est fait )?(?:frapp\w*|tap\w* dessus|cogn\w*|bat(?:s|tent|tu|tue|tus|tait)?|gifl\w*|etrangl\w*|maltrait\w*)\b/,
      /\b(?:frapp|cogn|tabass|maltrait)\w*/,
      /\bviolen(?:t|te|ts|tes|ce|ces)\b/,
      /\b(?:se fait|fait|faire|fais) (?:frapper|taper|battre|cogner)\b/,
      /\bcoups? (?:de (?:poing|pied|ceinture|couteau)|sur)\b/,
      /\b(?:menac\w* de|veut) (?:me|nous|le|la|les) (?:tuer|frapper)\b/,
      /\bpeur de (?:mon|ma|son|sa|leur) (?:mari|conjoint|compagnon|ex|pere|mere|beau-pere|belle-mere|frere|papa|maman)\b/,
      /\bpeur de rentrer\b/,
    ],
  },
  {
    id: 'sexuelle',
    title: 'Violences ou abus sexuels',
    patterns: [
      /\bviol(?:s|e|ee|es|er|eur)?\b/,
      /\b(?:abus|agress|harcel)\w* sexuel/,
      /\b(?:attouch|inceste?|pedoph|pedocrim)\w*/,
      /\b(?:m'a|l'a|me|la|le) (?:touch\w*|forc\w*) (?:a |la ou|entre|sous|des choses)/,
      /\bphotos? (?:de moi )?nue?s?\b/,
    ],
  },
  {
    id: 'harcelement',
    title: 'Harcèlement',
    patterns: [
      /harcel/,
      /\bcyber-?harcel/,
      /\bracket/,
      /\btout le monde (?:se moque|me deteste)\b/,
      /\binsult\w* (?:tous les jours|sans arret|tout le temps)/,
    ],
  },
  {
    id: 'danger',
    title: 'Enfant en danger ou négligé',
    patterns: [
      /\ben danger\b/,
      /\b(?:seule?s?) (?:la nuit|toute la nuit|a la maison la nuit)\b/,
      /\bne mange(?:nt)? (?:pas|plus)\b|\bmange(?:nt)? (?:pas|plus) (?:a sa|tous|le soir)|\brien a manger\b|\bpas mang\w* depuis\b/,
      /\bfugue?\w*\b/,
      /\b(?:drogue|overdose|heroine|cocaine)\b/,
      /\bneglig(?:e|ee|ence)/,
      /\bappel\w* a l'aide\b|\bau secours\b|\baidez[- ](?:moi|nous)\b/,
    ],
  },
  {
    id: 'detresse',
    title: 'Grande détresse d’un adulte ou d’un jeune',
    patterns: [
      /\bn'en peux? plus\b|\bj'en peux plus\b|\bon n'en peut plus\b/,
      /\b(?:a bout|au bout du rouleau|craqu(?:e|er|ons)|desespoir|desesper\w*|depress\w*|burn-?out)\b/,
      /\b(?:plus aucun|sans) espoir\b/,
      /\b(?:a la rue|sans abri|dorm\w* dans (?:la|ma|une|notre) voiture|expuls\w*)\b/,
      /\b(?:peur de (?:lui|leur|la|le)? ?faire (?:du )?mal|secou\w* (?:mon |le |son )?bebe)\b/,
      /\bpersonne ne m'aime\b|\bje suis (?:nulle?|un poids)\b/,
    ],
  },
]

/**
 * Reasons to show a text to the named person before anyone else reads on.
 *
 * @returns ids of `concerns`, most urgent first; empty: none found
 */
export function concernsOf(text: string): string[] {
  const simple = plain(text).replace(/\s+/g, ' ')
  return concerns.filter(({ patterns }) => patterns.some((pattern) => pattern.test(simple))).map(({ id }) => id)
}

/** A stretch of a text that raised a concern: start and end in the text as written. */
export type Alarm = { start: number; end: number; concern: string }

/** Every stretch that raises a concern, in the order of the text, none over another. */
export function alarmsIn(text: string): Alarm[] {
  const { simple, at } = traced(text)
  const all = concerns.flatMap(({ id, patterns }) =>
    patterns.flatMap((pattern) =>
      [...simple.matchAll(new RegExp(pattern, 'g'))]
        .filter(([found]) => found !== '')
        .map((found): Alarm => {
          const last = found.index + found[0].length - 1
          return { start: at[found.index]!, end: at[last + 1] ?? text.length, concern: id }
        }),
    ),
  )
  const ordered = all.toSorted((a, b) => a.start - b.start || b.end - a.end)
  return ordered.filter(({ start }, index) => ordered.slice(0, index).every(({ end }) => end <= start))
}

/** The text as the patterns read it, with the place of each of its characters in the text as written. */
function traced(text: string): { simple: string; at: number[] } {
  let simple = ''
  const at: number[] = []
  let place = 0
  for (const letter of text) {
    const read = /\s/.test(letter) ? (simple.endsWith(' ') ? '' : ' ') : plain(letter)
    simple += read
    for (let index = 0; index < read.length; index++) at.push(place)
    place += letter.length
  }
  return { simple, at }
}
