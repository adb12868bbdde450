/** Parameters that neither a setting nor a table fills: the staff write them, for one questionnaire. */
import { freeValue } from '../../surveys/edit/codes.ts'
import { frenchOf, specialValues } from '../../surveys/questionnaire/elements.ts'
import type { ParameterValues } from '../../surveys/questionnaire/parameters.ts'
import { Parameter, type Questionnaire } from '../../surveys/questionnaire/questionnaire.ts'
import type { Account } from '../accounts/account.ts'
import type { AppContext } from '../context.ts'
import { draftOf } from '../design/drafts.ts'
import { sourceOf, standingsIn } from '../design/sources.ts'
import { Problem } from '../http/problems.ts'
import { collections } from '../store/collections.ts'
import { tableOfParameter } from '../tables/reference.ts'
import type * as wire from '../wire/staff.ts'

/** Collection `parameters`, by slug. */
const collection = ({ store }: AppContext) => store.collection(collections.parameters)

export const ownValues = async (context: AppContext, slug: string): Promise<ParameterValues> =>
  (await collection(context).get(slug))?.value ?? {}

/** Parameters that the settings fill, or the request of opening. */
export const fromSettings: ReadonlySet<string> = new Set(['contact', 'dpo', 'conservation', 'date_fin'])

/** A draft may hold some that are not finished: nothing can be written for them yet, and the review names them. */
export const ownParameters = ({ parameters }: Questionnaire): Parameter[] =>
  parameters.filter(
    (parameter) =>
      !fromSettings.has(parameter.name) &&
      !Object.hasOwn(tableOfParameter, parameter.name) &&
      Parameter.safeParse(parameter).success,
  )

/** Those of the draft, and those of what is published that the draft no longer asks for. */
async function askedFor(context: AppContext, slug: string): Promise<{ title: string; parameters: Parameter[] }> {
  const draft = (await draftOf(context, slug))?.value.questionnaire ?? null
  const source = (await standingsIn(context).get(slug)) ? await sourceOf(context, slug) : null
  const known = [draft, source].filter((one) => one !== null)
  if (known.length === 0) throw new Problem('questionnaire-unknown')
  const byName = new Map(known.toReversed().flatMap((one) => ownParameters(one).map((each) => [each.name, each])))
  return { title: frenchOf(known[0]!.title) || slug, parameters: [...byName.values()] }
}

/** @throws Problem questionnaire-unknown */
export async function parametersPage(context: AppContext, slug: string): Promise<wire.ParametersPage> {
  const { title, parameters } = await askedFor(context, slug)
  const stored = await collection(context).get(slug)
  const values = new Map(Object.entries(stored?.value ?? {}))
  const status = (await standingsIn(context).get(slug))?.value.status ?? 'draft'
  return {
    slug,
    title,
    revision: stored?.revision ?? 0,
    isLive: status !== 'draft' && status !== 'trial',
    parameters: parameters.map((parameter) => ({ ...parameter, value: values.get(parameter.name) ?? null })),
  }
}

/** @throws Problem questionnaire-unknown, form-refused with the parameter as path, changed-meanwhile */
export async function saveParameters(
  context: AppContext,
  me: Account,
  slug: string,
  { revision, values: typed }: wire.TypedParameters,
): Promise<void> {
  const { parameters } = await askedFor(context, slug)
  const before = new Map(Object.entries(await ownValues(context, slug)))
  const problems: { path: string; message: string }[] = []
  const values = Object.fromEntries(
    parameters.flatMap((parameter): [string, Parameter['provisional']][] => {
      const read = Object.hasOwn(typed, parameter.name)
        ? readTyped(parameter, typed[parameter.name]!, before.get(parameter.name))
        : null
      if (read === null) return []
      if ('wrong' in read) problems.push({ path: parameter.name, message: read.wrong })
      return 'wrong' in read ? [] : [[parameter.name, read.value]]
    }),
  )
  if (problems.length > 0) throw new Problem('form-refused', problems)
  if ((await collection(context).put(slug, values, revision === 0 ? null : revision)) === 'changed')
    throw new Problem('changed-meanwhile')
  const titles = parameters.filter(({ name }) => Object.hasOwn(values, name)).map(({ title }) => title)
  const details = { remplies: titles.join(', ') || 'aucune' }
  await context.audit.record({ who: me.login, what: 'parameters-saved', about: slug, details })
}

type Typed = wire.TypedParameters['values'][string]
const mostSigns = 300
type Read = { value: Parameter['provisional'] } | { wrong: string } | null

/** Null when nothing is written: it stays to be filled in. */
function readTyped({ kind }: Parameter, typed: Typed, stored: Parameter['provisional'] | undefined): Read {
  if (Array.isArray(typed) !== (kind === 'choices')) return { wrong: 'Recharger la page, puis recommencer.' }
  const texts = [typed].flat().filter((text) => Object.values(text).some((words) => words !== ''))
  if (texts.length === 0) return null
  if (texts.some((text) => Object.values(text).some((words) => words.length > mostSigns)))
    return { wrong: `${mostSigns} signes au plus pour chaque texte.` }
  // in a published text, braces ask for an answer to be put there
  if (texts.some((text) => /[{}]/.test(Object.values(text).join(''))))
    return { wrong: 'Les accolades { } ne sont pas permises.' }
  const french = texts.map((text) => text.default)
  if (french.includes('')) return { wrong: 'Écrivez d’abord les mots en français.' }
  if (kind === 'text') return { value: withoutVoid(texts[0]!) }
  if (texts.length < 2) return { wrong: 'Proposez au moins deux réponses.' }
  if (new Set(french).size < french.length) return { wrong: 'Deux réponses ont les mêmes mots : en retirer une.' }
  return { value: choicesOf(texts, Array.isArray(stored) ? stored : []) }
}

type Choices = Extract<Parameter['provisional'], unknown[]>

function choicesOf(texts: wire.TypedText[], stored: Choices): Choices {
  const codes = new Map(stored.map(({ value, text }) => [frenchOf(text), value]))
  const taken = new Set<string>([...specialValues, ...codes.values()])
  return texts.map((text) => {
    const value = codes.get(text.default) ?? freeValue(text.default, taken)
    taken.add(value)
    return { value, text: withoutVoid(text) }
  })
}

const withoutVoid = (text: wire.TypedText): wire.TypedText =>
  Object.fromEntries(Object.entries(text).filter(([, words]) => words !== '')) as wire.TypedText
