import { expect, test } from 'vitest'
import { isCensus } from '../../../surveys/questionnaire/audiences.ts'
import { founding } from '../../../surveys/questionnaire/founding.ts'

type Texts = Record<string, string>
/** Every text people read, with where it stands; indicators are read by the staff. */
function textsIn(value: unknown, at = ''): { at: string; texts: Texts }[] {
  if (Array.isArray(value)) return value.flatMap((item) => textsIn(item, at))
  if (value === null || typeof value !== 'object') return []
  if ('default' in value) return [{ at, texts: value as Texts }]
  const { name, value: code, id } = value as Texts
  return Object.entries(value).flatMap(([key, item]) => textsIn(item, `${at}/${name ?? code ?? id ?? ''}.${key}`))
}
const read = founding().map(({ slug, indicators: _, ...asked }) => ({ slug, texts: textsIn(asked) }))

/** Words that halted a reader once, with what is said instead. */
const halting: readonly (readonly [language: string, words: RegExp, instead: string])[] = [
  ['default', /qui vous interroge|habilité/i, 'Qui vous pose ces questions ? Agents autorisés.'],
  ['default', /^pas concerné/i, 'Cela ne me concerne pas.'],
  ['default', /pas satisfait/, 'Si notre réponse ne vous convient pas.'],
  ['default', /avez-vous dû\s*:/, 'Vous avez refusé…'],
  ['default', /\bvraiment\s*\?/, 'L’inscririez-vous ?'],
  ['default', /handicapé|(accueil|accompagnement) du handicap/, 'En situation de handicap.'],
  ['default', /familles du voyage|enfants du voyage/, 'Les gens du voyage.'],
  ['default', /ni l’un ni l’autre|ni en études/i, 'Autre.'],
  ['default', /rien de plus/i, 'Rien de cela.'],
  ['default', /intercommunalité|[vt](otre|a) fiche/i, 'La communauté de communes. Vos réponses.'],
  ['default', /^Non, et (j’|nous|un)/, 'Non, mais…'],
  ['default', /puis agir|dès cette année|projets à financer/, 'Savoir ce qui est utile : rien n’est promis.'],
  ['default', /Gard(ez|e) bien (votre|ton) code/, 'À la fin, vous recevez un code. Gardez-le.'],
  [
    'fr-facile',
    /nous changeons les services|reste entre vous|(il|code) retrouve/,
    'Les élus décident. L’appel est secret.',
  ],
  ['fr-facile', /avez décidé|as décidé/, 'Renoncé.'],
  ['fr-facile', /\((RGPD|accord CTG|article)|\d\.[12]\.[ae]/, 'La loi qui protège vos informations s’appelle le RGPD.'],
  ['fr-facile', /petit travail|gratuit et secret/, 'Un travail. L’appel reste entre vous.'],
  [
    'en',
    /car[ -]sharing|small job|in another way|living differently|dark thoughts|ways of housing/i,
    'Sharing a lift, a job, another way of housing.',
  ],
  [
    'ar',
    /مربّية|نحن، الوالدين|سؤالان شخصيان|منشّطين|خرجة|خرجات|لكم طفل|حصلت عليه أو أجتازه|هذا لا يعنيني|أفكار سوداء/,
    'حاضنة، نحن الوالدان، نزهة',
  ],
]

test.each(halting)('in %s, nobody reads %s again: %s', (language, words) => {
  const found = read.flatMap(({ slug, texts }) =>
    texts
      // nothing more is the right answer to what one would do more often
      .filter(({ at }) => !at.includes('loisirs_envie'))
      .flatMap(({ at, texts }) => (words.test(texts[language] ?? '') ? [`${slug}${at}: ${texts[language]}`] : [])),
  )
  expect(found).toEqual([])
})

const conditional = /[a-z](rais|rait|riez|raient|rions)(?![\p{L}])/u
/** Of a frame: « Imagine… » opens it as the conditional does. */
const supposes = (text: string) =>
  conditional.test(text.replace(/\b(vrais?|frais|traits?)\b/g, '')) || /^Imagine/.test(text)

test('what is supposed in French is supposed in easy French: no present tense makes it a fact', () => {
  const made = read.flatMap(({ slug, texts }) =>
    texts
      .filter(({ at, texts: { default: french = '', 'fr-facile': easy } }) =>
        // reasons say what is done with the answers, and suppose nothing
        easy !== undefined && !/\.why$|notice|^\/\./.test(at) ? supposes(french) && !supposes(easy) : false,
      )
      .map(({ at, texts }) => `${slug}${at}: ${texts['fr-facile']}`),
  )
  expect(made).toEqual([])
})

test('one thing has one name: an « accueil de loisirs » is called otherwise once, where it is explained', () => {
  const { texts } = read.find(({ slug }) => slug === 'loisirs-sud')!
  const otherwise = texts.filter(({ texts }) => /\bcentres?\b|\bACM\b/.test(texts.default!)).map(({ at }) => at)
  expect(otherwise).toEqual(['/.definition/.pages/depart.description'])
  for (const { at, texts: one } of texts)
    if (one['fr-facile'])
      expect(one['fr-facile'].replaceAll(/centres? de loisirs/gi, ''), at).not.toMatch(
        /accueil de loisirs|\bcentres?\b/i,
      )
})

const spaced = /[^\u202f\u00a0\s][;?!»](?![\p{L}/])|«[^\u202f]/u
test('one space stands before a sign in French, the narrow one', () => {
  for (const { slug, texts } of read)
    for (const { at, texts: one } of texts)
      for (const text of [one.default!, one['fr-facile'] ?? '']) expect(text, slug + at).not.toMatch(/[\u00a0 ][:;?!»]/)
})

test('easy French is set as French is; English and Arabic have no French space before their signs', () => {
  for (const { slug, texts } of read)
    for (const { at, texts: one } of texts) {
      if (one['fr-facile']) expect(one['fr-facile'], slug + at).not.toMatch(spaced)
      if (one.en) expect(one.en, slug + at).not.toMatch(/[\s\u202f\u00a0][:;?!]|'/)
      if (one.ar) expect(one.ar, slug + at).not.toMatch(/\p{Script=Arabic}\s*[?;,]/u)
    }
})

/** What the indicators say, with where it stands: read in a report, away from the question. */
const wordings = founding().flatMap(({ slug, audience, indicators }) =>
  indicators.flatMap(({ id, title, sentence, phrases }) =>
    [title, sentence, ...Object.values(phrases ?? {})].flatMap((text) =>
      text === null ? [] : [{ at: `${slug}/${id}`, text, isFrame: text.includes('{value}'), audience }],
    ),
  ),
)
const wrongly = (is: (one: (typeof wordings)[number]) => boolean) =>
  wordings.filter(is).map(({ at, text }) => `${at}: ${text}`)

// « 59 % seraient inscrits la troisième semaine de juillet », of a wish, beside 57 % who would be in all the summer.
test('a wish is not told as an enrolment', () => {
  expect(wrongly(({ text }) => /seraient inscrits/.test(text) && !/certainement ou probablement/.test(text))).toEqual(
    [],
  )
})

test.each([
  ['words of the tool', /lieux? habituels?|publics nommés|cette question|parlent du thème|saisies/],
  ['answers as « cited » that it does not cite', /aucune? des .*cité/],
  [
    'the whole population for those who answered',
    /\{value\} des (familles|enfants) (d’enfants )?de 3 à 17 ans(?! décrits)/,
  ],
  ['« au moins peut-être »', /au moins peut-être|plutôt eu/],
  ['a cause that nobody stated', /\s: (c’était|il ne convient)/u],
])('no finding tells %s', (_, words) => {
  expect(wrongly(({ text }) => words.test(text))).toEqual([])
})

// « une minorité n’ont personne »: its verb wants « des habitants ».
test('a figure stands beside those of whom it is a share, or after « Parmi les … »', () => {
  const stands = /\{value\} (d(es|e|u)\b|d’)|^Parmi les [^{]+, \{value\} /
  expect(wrongly(({ text, isFrame, audience }) => isFrame && !isCensus(audience) && !stands.test(text))).toEqual([])
})

test('consent is told as a note on method', () => {
  const asked = founding().flatMap(({ indicators }) => indicators.filter(({ field }) => field.startsWith('accord')))
  expect(asked.length).toBeGreaterThan(3)
  expect(
    asked.filter(({ title, sentence }) => !/note de méthode/.test(title) || !/^Note de méthode/.test(sentence)),
  ).toEqual([])
})
