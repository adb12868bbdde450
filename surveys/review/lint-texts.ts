/** Texts are plain, in `**bold**` at most: no tag, no address, no answer copied into them; and in which languages. */

import { type Language, languageRows, translated } from '../languages.ts'
import { frenchOf, isObject } from '../questionnaire/elements.ts'
import type { Questionnaire } from '../questionnaire/questionnaire.ts'
import type { Issue } from './issue.ts'

type Found = { path: string; property: string; text: unknown }

export function textIssues(questionnaire: Questionnaire, asked: readonly Language[]): Issue[] {
  const texts = [...textsIn(questionnaire.definition, ''), ...headTexts(questionnaire)]
  const notice = (questionnaire.notice?.lines ?? []).flatMap(({ title, text, more }) =>
    [title, text, ...(more === undefined ? [] : [more])].map((line) => ({
      path: 'notice',
      property: 'text',
      text: line,
    })),
  )
  return [
    ...texts.flatMap((found) => plainIssues(found, rules)),
    // The notice may tell where the CNIL is found; it is shown as plain text all the same
    ...notice.flatMap((found) =>
      plainIssues(
        found,
        rules.filter(({ code }) => code !== 'address'),
      ),
    ),
    // nothing is missing in a language it is not offered in
    ...translated
      .filter(
        (language) =>
          asked.includes(language) ||
          !Array.isArray(questionnaire.languages) ||
          questionnaire.languages.includes(language),
      )
      .flatMap((language) => translationIssues([...texts, ...notice], language, asked)),
  ]
}

const headTexts = ({ title, summary, audienceText }: Questionnaire): Found[] =>
  [title, summary, audienceText].map((text) => ({ path: '', property: 'title', text }))

const textProperties = new Set([
  ...[
    'title',
    'description',
    'text',
    'placeholder',
    'why',
    'completeText',
    'requiredErrorText',
    'labelTrue',
    'labelFalse',
  ],
  ...['otherText', 'otherPlaceholder', 'noneText', 'refuseText', 'dontKnowText', 'minErrorText', 'maxErrorText'],
  ...['minRateDescription', 'maxRateDescription', 'templateTitle', 'templateDescription', 'addPanelText'],
  ...['removePanelText', 'noEntriesText', 'confirmDeleteText', 'unit'],
])

/** Every text a person may read, with the page or the question that shows it. */
function textsIn(value: unknown, path: string): Found[] {
  if (Array.isArray(value)) return value.flatMap((item) => textsIn(item, path))
  if (!isObject(value)) return []
  const at = typeof value.name === 'string' ? value.name : path
  return Object.entries(value).flatMap(([property, item]) =>
    textProperties.has(property) ? [{ path: at, property, text: item }] : textsIn(item, at),
  )
}

/** Public services may be named: their address is shown, never linked. */
const publicSites =
  /\b(monenfant|mon-enfant|caf|msa|service-public|cnil|francetravail|demarches-simplifiees)\.(gouv\.)?fr\b/gi

const rules = [
  {
    code: 'html',
    forbidden: /<\s*[a-z!/?]|&#?\w+;/i,
    message: 'Un texte ne contient ni balise ni code\u202f: écrire en texte simple, **gras** compris.',
  },
  {
    code: 'address',
    forbidden: /\b(https?|ftp|javascript|data|mailto):|\/\/\w|\bwww\.|\b[\w-]+\.(fr|com|org|net|eu|info|io)\b/i,
    message: 'Un texte ne renvoie pas vers un site ou une adresse du dehors\u202f: la retirer.',
  },
  {
    code: 'piping',
    forbidden: /(?<!%)\{/,
    message: 'Un texte ne reprend pas une réponse entre accolades\u202f: l’écrire sans.',
  },
] as const
type PlainRule = (typeof rules)[number]

function plainIssues({ path, property, text }: Found, applied: readonly PlainRule[]): Issue[] {
  const versions = isObject(text) ? Object.values(text) : [text]
  return applied
    .filter(({ forbidden }) => versions.some((version) => forbidden.test(shown(version, property))))
    .map(({ code, message }) => ({ level: 'error', path, code, message }))
}

/** « Enfant {panelIndex} » numbers the rows of a repeated panel: it holds no answer. */
const shown = (version: unknown, property: string) =>
  (property === 'templateTitle' ? String(version).replace('{panelIndex}', '') : String(version)).replace(
    publicSites,
    '',
  )

function translationIssues(texts: Found[], language: Language, asked: readonly Language[]): Issue[] {
  // What is not written in French yet has nothing to be translated; a reason that is not is shown to nobody else
  const read = texts.filter(({ property, text }) => property !== 'why' && frenchOf(text).trim() !== '')
  const missing = read.filter(
    ({ text }) => !isObject(text) || typeof text[language] !== 'string' || text[language].trim() === '',
  )
  const isAsked = asked.includes(language)
  if (missing.length === 0 || (missing.length === read.length && !isAsked)) return []
  const first = missing[0]!.path
  return [
    {
      level: isAsked ? 'error' : 'advice',
      path: first,
      code: `language-${language}`,
      message: `Il manque ${missing.length} ${missing.length > 1 ? 'textes' : 'texte'} sur ${read.length} en ${languageRows[language].french}\u202f: les traduire, ou ne pas proposer cette langue.`,
    },
  ]
}
