/** A founding questionnaire, written for no place in particular, becomes that of one authority. */
import type { Authority } from '../authority/schema.ts'
import { outside } from '../authority/territory.ts'
import type { InEachLanguage } from '../languages.ts'
import { isObject } from './elements.ts'
import { languages, type Questionnaire, type Text } from './questionnaire.ts'

type Choice = { value: string; text: Text }
type Links = Authority['names']['links']

/**
 * Writes the authority's own words and lists: pure SurveyJS JSON comes out, its choices in place.
 *
 * `%{collectivite}` becomes a text of the authority in each language, `%{Collectivite}` the same with a capital; names it
 * has no text for stay, since they are parameters filled in at publication. `{ "choicesFrom": name }` among choices becomes
 * the choices of that list, `communes` those of its territory; among the wanted answers of an indicator, their codes. An
 * indicator with `phrasesFrom` says each choice of that list in its own words. Objectives become its own by `names.links`; an
 * indicator that none of them asks for is left out.
 *
 * @param written JSON of a founding questionnaire
 */
export function resolve(written: unknown, { names, territory }: Authority): unknown {
  const { title, indicators } = written as Pick<Questionnaire, 'title' | 'indicators'>
  const own = typeof title === 'object' ? ['default', ...languages].filter((code) => code in title) : ['default']
  const lists = new Map<string, readonly Choice[]>([
    ...Object.entries(names.lists),
    ['communes', communeChoices(territory.communes)],
  ])
  const listed = (name: string) =>
    (lists.get(name) ?? []).map(({ value, text }) => ({ value, text: inEach(own, text) }))

  function said(value: unknown, language: string): unknown {
    if (typeof value === 'string')
      return value.replace(/%\{([^{}]*)\}/g, (mark, name) => wordsOf(name, language) ?? mark)
    if (Array.isArray(value)) return value.flatMap((item) => listOr(item) ?? [said(item, language)])
    if (!isObject(value)) return value
    const within = (key: string) => ((languages as readonly string[]).includes(key) ? key : language)
    return linked(
      Object.fromEntries(Object.entries(value).map(([key, item]) => [key, said(item, within(key))])),
      names.links,
      own,
    )
  }

  const listOr = (item: unknown) =>
    isObject(item) && typeof item.choicesFrom === 'string' && Object.keys(item).length === 1
      ? listed(item.choicesFrom)
      : null

  function wordsOf(name: string, language: string): string | null {
    const known = names.texts[name.charAt(0).toLowerCase() + name.slice(1)]
    if (known === undefined) return null
    const words = wordsIn(known, language)
    return /^\p{Lu}/u.test(name) ? words.charAt(0).toUpperCase() + words.slice(1) : words
  }

  const resolved = withLists(said(written, 'default') as Questionnaire, listed)
  const links = names.links
  if (links === null) return resolved
  return {
    ...resolved,
    indicators: indicators.flatMap((indicator, place) => {
      const [objective, ...others] = served([indicator.objective, ...(indicator.alsoServes ?? [])], links)
      if (objective === undefined) return []
      const { alsoServes: _, ...rest } = resolved.indicators[place]!
      return [{ ...rest, objective, ...(others.length > 0 ? { alsoServes: others } : {}) }]
    }),
  }
}

/** Objectives of the authority for those of the founding questionnaires, each once. */
const served = (objectives: readonly number[], links: NonNullable<Links>): number[] => [
  ...new Set(objectives.flatMap((number) => links[number] ?? [])),
]

/** What a question is there for while no objective of the plan asks for it; respondents may read it. */
const purpose: InEachLanguage = {
  default: 'Pour connaître les besoins des habitants.',
  en: 'To find out what residents need.',
  ar: 'لمعرفة احتياجات السكان.',
  es: 'Para conocer las necesidades de los habitantes.',
}

/** A question feeds the authority's own objectives; one that feeds none says what it is there for. */
function linked(value: Record<string, unknown>, links: Links, own: readonly string[]): Record<string, unknown> {
  if (links === null || typeof value.type !== 'string' || !Array.isArray(value.objectives)) return value
  const objectives = served(value.objectives as number[], links)
  if (objectives.length > 0 || value.why !== undefined) return { ...value, objectives }
  return { ...value, objectives, why: inEach(own, purpose) }
}

/** A list that counts for an indicator counts by its codes, and is told in its own words within a sentence. */
const withLists = (questionnaire: Questionnaire, listed: (name: string) => Choice[]): Questionnaire => ({
  ...questionnaire,
  indicators: questionnaire.indicators.map(({ phrasesFrom, ...indicator }: Written) => {
    const { wanted, phrases }: { wanted?: unknown[]; phrases?: Questionnaire['indicators'][number]['phrases'] } =
      indicator
    const own = phrasesFrom === undefined ? [] : listed(phrasesFrom)
    return {
      ...indicator,
      ...(wanted?.some(isObject) ? { wanted: wanted.map((one) => String(isObject(one) ? one.value : one)) } : {}),
      ...(own.length > 0 ? { phrases: { ...phrases, ...Object.fromEntries(own.map(phraseOf)) } } : {}),
    }
  }),
})
type Written = Questionnaire['indicators'][number] & { phrasesFrom?: string }

/** « Sous la halle », as a choice begins, is « sous la halle » within a sentence. */
function phraseOf({ value, text }: Choice): [string, string] {
  const words = wordsIn(text, 'default')
  return [value, words.charAt(0).toLowerCase() + words.slice(1)]
}

/** In the order of the French alphabet, as people look for theirs. */
const communeChoices = (communes: Authority['territory']['communes']): Choice[] =>
  communes
    .filter(({ insee }) => insee !== outside)
    .toSorted((a, b) => a.name.localeCompare(b.name, 'fr'))
    .map(({ insee, name, names = {} }) => ({ value: insee, text: { default: name, ...names } }))

const wordsIn = (text: Text, language: string): string =>
  typeof text === 'string' ? text : (text[language as keyof typeof text] ?? text.default)

/** The text in each language of the questionnaire, since a missing one would be said to be missing. */
const inEach = (own: readonly string[], text: Text): Text =>
  Object.fromEntries(own.map((language) => [language, wordsIn(text, language)])) as Text
