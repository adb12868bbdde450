/** What has to be filled in before a questionnaire counts, in words and with where to do it. */

import { and } from '../../analysis/text/format.ts'
import { isCensus } from '../../surveys/questionnaire/audiences.ts'
import { missingParameters, type ParameterValues } from '../../surveys/questionnaire/parameters.ts'
import type { Questionnaire } from '../../surveys/questionnaire/questionnaire.ts'
import type { AppContext } from '../context.ts'
import { Problem } from '../http/problems.ts'
import type { SettingsValues } from '../settings/fields.ts'
import { collections } from '../store/collections.ts'
import { kindOf } from '../tables/kinds.ts'
import { tableOfParameter } from '../tables/reference.ts'
import type * as wire from '../wire/staff.ts'
import { fromSettings } from './own-parameters.ts'

/** Said before a census opens, and when somebody would do without its codes. */
export const codesNeeded =
  'Chaque commune répond en son nom : il faut le mode « Sur invitation », et un code pour chacune.'

export async function missingFor(
  context: AppContext,
  source: Questionnaire,
  values: ParameterValues,
): Promise<wire.Linked[]> {
  return [
    ...missingSettings((await context.settings()).values),
    ...missingValues(source, values),
    ...(await missingCodes(context, source)),
    ...(await missingPeople(context)),
  ]
}

const settingRows = [
  ['contact', 'Le contact pour les questions n’est pas indiqué.'],
  ['dpo', 'Le délégué à la protection des données n’est pas indiqué.'],
  ['publicAddress', 'L’adresse publique du site n’est pas indiquée.'],
] as const
export const settingsAsked = settingRows.length

/** Settings that people read before they answer. */
export function missingSettings(values: Pick<SettingsValues, 'contact' | 'dpo' | 'publicAddress'>): wire.Linked[] {
  return settingRows
    .filter(([name]) => values[name] === '')
    .map(([name, text]) => ({ text, link: `/gerer/reglages#${name}`, linkText: 'Remplir le réglage' }))
}

/** One person asks, another approves. */
export async function missingPeople({ accounts }: AppContext): Promise<wire.Linked[]> {
  const everyone = (await accounts.all.list()).filter(({ state, factor }) => state === 'active' && factor !== null)
  if (everyone.length > 1 && everyone.some(({ roles }) => roles.includes('publisher'))) return []
  const invited = (await accounts.invitations.list())
    .filter(({ value }) => value.roles.includes('publisher'))
    .map(({ value }) => value.name)
  return [
    {
      text: `Il faut deux personnes\u202f: une qui demande, une autre invitée pour «\u202fRelire et approuver\u202f».${invited.length === 0 ? '' : ` Lien pas encore ouvert\u202f: ${and(invited)}.`}`,
      link: '/gerer/comptes',
      linkText: invited.length === 0 ? 'Inviter quelqu’un' : 'Voir l’équipe',
    },
  ]
}

/** @throws Problem live-missing: people would read a provisional value as a true one */
export function allFilled(source: Questionnaire, values: ParameterValues): void {
  requireNone(missingValues(source, values))
}

/** @throws Problem live-missing */
export function requireNone(missing: wire.Linked[]): void {
  if (missing.length > 0)
    throw new Problem(
      'live-missing',
      missing.map(({ text, link }) => ({ path: link, message: text })),
    )
}

/** Without codes, anybody could answer for a commune, which is counted by name. */
async function missingCodes(
  { store }: AppContext,
  { slug, audience }: Pick<Questionnaire, 'slug' | 'audience'>,
): Promise<wire.Linked[]> {
  if (!isCensus(audience)) return []
  const standing = await store.collection(collections.questionnaires).get(slug)
  if (standing?.value.invitation === 'required') return []
  return standing
    ? [{ text: codesNeeded, link: `/terrain/${slug}/codes`, linkText: 'Choisir les codes' }]
    : [{ text: `${codesNeeded} Ouvrez-le d’abord à l’essai.`, link: '/terrain', linkText: 'Voir les collectes' }]
}

/** One line for each table that is empty, and for each parameter that no table fills. */
function missingValues(source: Questionnaire, values: ParameterValues): wire.Linked[] {
  const missing = missingParameters(source, values).filter(({ name }) => !fromSettings.has(name))
  const byTable = Map.groupBy(missing, ({ name }) => kindOf(tableOfParameter[name] ?? ''))
  return [...byTable].flatMap(([kind, parameters]) =>
    kind
      ? [
          {
            text: `Table « ${kind.title} » à remplir (${parameters.map(({ title }) => title).join(', ')}).`,
            link: `/gerer/tables/${kind.name}`,
            linkText: 'Remplir la table',
          },
        ]
      : parameters.map(({ name, title }) => ({
          text: `« ${title} » n’est pas rempli.`,
          link: `/gerer/questionnaires/${source.slug}/precisions#${name}`,
          linkText: 'Remplir',
        })),
  )
}
