/** What strangers found wrong in forty sentences drawn, held in every frame, title and phrase of the founding questionnaires. */
import { expect, test } from 'vitest'
import { foundingDictionary } from '../../../analysis/text/dictionary.ts'
import { elementsIn, pathOf } from '../../../surveys/questionnaire/elements.ts'
import { fieldsOf } from '../../../surveys/questionnaire/fields.ts'
import { founding } from '../../../surveys/questionnaire/founding.ts'

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ')
const indicators = founding().flatMap((questionnaire) =>
  questionnaire.indicators.map((one) => ({
    ...one,
    name: `${questionnaire.slug}/${one.id}`,
    slug: questionnaire.slug,
    title: plain(one.title),
    frames: [one.sentence, ...phrasesOf(one).filter(isFrame)].map(plain),
    answers: phrasesOf(one)
      .filter((phrase) => !isFrame(phrase))
      .map(plain),
    conditions: elementsIn(questionnaire.definition)
      .filter((place) => one.field === pathOf(place) || one.field.startsWith(`${pathOf(place)}.`))
      .flatMap(({ page, containers, element }) =>
        [page, ...containers, element].flatMap((held) => held.visibleIf ?? []),
      ),
    choices: fieldsOf(questionnaire.definition).find(({ path }) => path === one.field)?.choices ?? [],
  })),
)
function phrasesOf({ phrases = {} }: { phrases?: Record<string, string | null> }) {
  return Object.values(phrases).filter((phrase) => phrase !== null)
}
function isFrame(phrase: string) {
  return phrase.includes('{value}')
}
const framesThat = (isWrong: (frame: string) => boolean) =>
  indicators.flatMap(({ name, frames }) => frames.filter(isWrong).map((frame) => `${name} ${frame}`))

// « 16 % des 16-25 ans »
test('no share stands right before an age', () => {
  expect(framesThat((frame) => /\{value\} (?:des|d’|de) ?\d/.test(frame))).toEqual([])
})

// « 28 % des familles répondantes », of those with a child of 3 to 17. Whoever goes on is volunteer; without a child, no family.
test('a question that not everybody is asked says of whom it speaks', () => {
  const ofAll = /^(?:\{encore\} = 'oui'|\{enfants_a_charge\} (?:= 'oui'|anyof \['oui', 'bientot'\]))$/
  const some =
    '(?! (?:qui|que|qu’un|où|dont|non|à|de|d’|du|aux|avec|hors|ayant|accueillant|acceptant|n’excluant|ne restant|sans|prêtes|intéressées))'
  const all = new RegExp(
    `(?:des \\p{L}+ répondant(?:e?s)|Parmi les (?:\\p{L}+|[\\d-]+ ans) répondante?s)(?= |,)${some}`,
    'u',
  )
  const filtered = indicators.filter(({ conditions }) =>
    conditions.flatMap((one) => String(one).split(' and ')).some((one) => !ofAll.test(one)),
  )
  expect(filtered.length).toBeGreaterThan(60)
  expect(
    filtered
      // of those who agreed to a personal question, a second sentence says so
      .filter(({ frames }) => !frames[0]!.includes('seuls comptent ceux qui ont accepté'))
      .flatMap(({ name, frames }) => frames.filter((one) => all.test(one)).map((one) => `${name} ${one}`)),
  ).toEqual([])
})

// « École du Grand Pré » conviendrait à 58 %
test('no answer in quotation marks is the first word of a sentence', () => {
  expect(framesThat((frame) => /^«? ?\{top\}/.test(frame))).toEqual([])
})

// « 71 % des familles interrogées ont accepté de répondre » is the formula of a response rate.
test('nobody is said to have been asked where those who answered are meant', () => {
  expect(framesThat((frame) => /interrogé/.test(frame))).toEqual([])
})

// « À leurs conditions, 65 % des familles… »: whose, before anybody was named.
test('no sentence begins with a word that stands for somebody named later', () => {
  expect(framesThat((frame) => /^(?:À leurs?|Si elles?|Si ils?|Chez eux|Chez elles|Avec leurs?) /.test(frame))).toEqual(
    [],
  )
})

// « Principal souci des jeunes »: of which of the two publics? « Intérêt pour un Café Partenaires »: whose?
test('a title says of whom it speaks, but of the families, and names one thing only', () => {
  const publics: Partial<Record<string, RegExp>> = {
    'jeunes-11-15': /11-15 ans/,
    'jeunes-16-25': /16-25 ans/,
    habitants: /habitants/i,
    professionnels: /professionnels|assistantes maternelles/i,
    employeurs: /employeurs|établissements/i,
    associations: /associations/i,
    communes: /communes/i,
  }
  expect(
    indicators.filter(({ slug, title }) => publics[slug] && !publics[slug].test(title)).map(({ name }) => name),
  ).toEqual([])
  const titles = indicators.map(({ title }) => title)
  expect(titles.filter((title, at) => titles.indexOf(title) !== at)).toEqual([])
  expect(titles.filter((title) => / : |\?$/.test(title))).toEqual([])
})

test('what speaks of the survey says so in its title and in its sentence, and nothing else does', () => {
  const notes = indicators.filter(({ title }) => title.endsWith('(note de méthode)')).map(({ name }) => name)
  expect(notes.length).toBeGreaterThan(2)
  expect(
    indicators.filter(({ frames }) => frames[0]!.startsWith('Note de méthode : ')).map(({ name }) => name),
  ).toEqual(notes)
})

// « Peut-être aussi souvent : « Nous, ses parents, en nous relayant » » spoke to the reader as the form does.
test('every answer that may lead has words of its own, or is a name', () => {
  const wordless = indicators
    .filter(({ measure }) => measure === 'shares')
    .flatMap(({ name, choices, phrases = {} }) =>
      choices
        .filter(({ value, special }) => special !== true && !(value in phrases))
        .filter(({ text }) =>
          /^[^«(]*(?<![\p{L}])(?:j[e’]|m[oea]i?|mes|nous|nos|notre|v(?:ous|os|otre))(?![\p{L}])/iu.test(text),
        )
        .map(({ text }) => `${name} ${text}`),
    )
  expect(wordless).toEqual([])
})

// « Peut-être autant : refusé des horaires », « que les horaires ne vont pas »: half a verb names nothing.
test('answers are named by words that stand alone after a colon', () => {
  const half = /^(?:qu’|(?:que|renoncé|refusé|réduit|payé|vécu|manqué|eu|dû) )/
  expect(
    indicators.flatMap(({ name, answers }) => answers.filter((one) => half.test(one)).map((one) => `${name} ${one}`)),
  ).toEqual([])
})

// « city stade » in the sentence, « city-stade » in its table
test('a place has one spelling', () => {
  expect(indicators.flatMap(({ answers }) => answers).filter((one) => one.includes('city stade'))).toEqual([])
})

// « Travaillent avec crèches, relais ou assistantes maternelles », « de crèches et écoles »
test('what stands after « avec » has its article', () => {
  const bare =
    /(?<=\bavec )(?!(?:l[ae’]|les|des?|du|une?|d’|leurs?|eux|ses|salariés|ou sans|quelqu’|personne|repas|tous)(?:\b|(?<=’)))\p{L}+/u
  expect(framesThat((frame) => bare.test(frame))).toEqual([])
  expect(indicators.filter(({ title }) => bare.test(title)).map(({ name }) => name)).toEqual([])
})

// « Des familles répondantes intéressées », read alone: by what? « Qui ont accepté de répondre »: everybody did.
test('whoever is interested or agreed is said to be so in something', () => {
  const sud = indicators.filter(({ slug }) => slug === 'loisirs-sud').flatMap(({ frames }) => frames)
  expect(sud.filter((frame) => /familles (?:répondantes )?intéressées(?! par )/.test(frame))).toEqual([])
  expect(framesThat((frame) => /(?:qui ont|ayant) accepté de répondre,/.test(frame))).toEqual([])
})

// « Enfants décrits à garder », « avec salariés », « ayant accepté les questions du quotidien », « un service cité »: strangers asked whom.
test('a base is named in words that are understood alone', () => {
  const unread =
    /décrits à garder|avec salariés|accepté les questions du|un service cité|\bconcernée?s\b|répondant(?:e?s) intéressée?s(?! par)|hésitants|de l’enfance,(?<!secteur de l’enfance,)/
  expect(framesThat((frame) => unread.test(frame))).toEqual([])
})

// « Renoncé à terminer une sortie », « manqué activité, rendez-vous ou travail », « entre AESH, animateurs, enseignants »
test('nouns have their articles, and a list its last « et » or « ou »', () => {
  const bare = /terminer une sortie|manqué activité|connu refus|(?<=, )\p{L}+, \p{L}+ \(\{interval|AESH, animateurs, /u
  expect(framesThat((frame) => bare.test(frame))).toEqual([])
})

// « abordent le thème « Transports et distance » »: the label of a coder.
test('each theme has words that a sentence can hold', () => {
  expect(foundingDictionary().filter(({ phrase }) => !/^(?:l[ae]s? |l’|ce qui )/.test(phrase ?? ''))).toEqual([])
})

// A title of 15 words and « une seule des 21 communes… » were one sentence of 27.
test('a title leaves room for what is said when there is no figure', () => {
  const longest = {
    communes: 'une seule des 21 communes publie ses réponses, trop peu pour conclure',
    shares: 'avec moins de 30 réponses, impossible de dire ce qui vient en tête',
    others: 'le chiffre attend 11 nouvelles réponses, pour que personne ne soit reconnu',
  }
  const wordsOf = (text: string) => text.replace(/(?<=\d) (?=\d{3})/g, '').match(/[\p{L}\p{N}’'-]+/gu)!.length
  const tailOf = ({ slug, measure }: (typeof indicators)[number]) =>
    longest[slug === 'communes' ? 'communes' : measure === 'shares' ? 'shares' : 'others']
  expect(indicators.filter((one) => wordsOf(`${one.title} : ${tailOf(one)}`) > 25).map(({ name }) => name)).toEqual([])
})

// « un accueil de loisirs au sud »: of what? « Dans les familles répondantes, hors vacances, pour 41 % des enfants »: three complements before the subject
test('the south is said of the territory, and one complement at most stands before the figure of children', () => {
  expect(framesThat((frame) => /\bau sud(?! du territoire)|\bdans le sud(?! du territoire)/.test(frame))).toEqual([])
  expect(framesThat((frame) => /^[^{]+, [^{]+, (?:pour )?\{value\} des enfants/.test(frame))).toEqual([])
})
