/** Routes of the directory for the staff: entered card by card or as a table, checked, opened to everybody; links for the actors. */

import type { Response } from 'express'
import { levelSaid } from '../../../surveys/authority/levels.ts'
import { actions, objectives, shortTitles } from '../../../surveys/authority/plan.ts'
import { communes } from '../../../surveys/authority/territory.ts'
import { csvText } from '../../../surveys/csv.ts'
import { dayOf, dayText } from '../../../surveys/days.ts'
import { emptyCard } from '../../../surveys/directory/card.ts'
import { kindText, themeText } from '../../../surveys/directory/rows.ts'
import { rolesOf, visitor } from '../../accounts/visitor.ts'
import type { AppContext } from '../../context.ts'
import { Problem } from '../../http/problems.ts'
import type { Handlers } from '../../http/serve.ts'
import { originOf } from '../../settings/origin.ts'
import type { directoryContracts } from '../../wire/contracts/directory.ts'
import type * as wire from '../../wire/contracts/shapes/directory.ts'
import type { ActorDocument } from './collections.ts'
import { directoryIn, isShown, isStale, type KnownActor } from './directory.ts'
import { readOf, readTable, tableText } from './table.ts'
import { cardChanges, communeNames } from './words.ts'

/** In the address of a card that does not exist yet. */
const newId = 'nouvelle'

const stateOf = (value: ActorDocument): wire.ActorLine['state'] =>
  value.isProposed ? 'proposed' : isShown(value) ? 'shown' : 'unasked'

/** What a card is chosen from: communes by name, actions of the plan. */
export const choicesNow = () => ({
  communes: communes()
    .map(({ insee, name }) => ({ value: insee, name }))
    .toSorted((a, b) => a.name.localeCompare(b.name, 'fr')),
  actions: actions().map(({ number, title }) => ({ number, title })),
})

export function directoryRoutes(context: AppContext): Handlers<typeof directoryContracts> {
  const directory = directoryIn(context)
  const accountOf = (res: Response) => visitor(res).account
  const may = (res: Response, ...roles: readonly string[]) => rolesOf(res).some((role) => roles.includes(role))
  const canWrite = (res: Response) => may(res, 'pilot', 'publisher', 'admin')
  /** Those somebody of the staff has read: a proposal neither leaves in a table nor is corrected by one. */
  const readOnes = async () => (await directory.all()).filter(({ value }) => !value.isProposed)
  const linkUntil = ({ link }: ActorDocument) =>
    link !== null && link.until > context.now().toISOString() ? link.until : null

  const lineOf = ({ id, value }: KnownActor): wire.ActorLine => ({
    id,
    name: value.card.name,
    kind: kindText(value.card.kind),
    themes: value.card.themes.map((theme) => themeText(theme)),
    communes: value.card.isEverywhere ? ['Tout le territoire'] : communeNames(value.card),
    state: stateOf(value),
    checkedAt: value.checkedAt,
    isStale: isStale(value, context.now()),
    isOwnChange: value.history.at(-1)?.by === '',
    linkUntil: linkUntil(value),
  })

  return {
    'GET /api/directory': async ({ res }) => {
      const { history, takesProposals, serves, left } = await directory.current()
      const last = history.at(-1)
      return {
        actors: (await directory.all()).map(lineOf),
        left: left.toReversed(),
        isOpen: last?.kind === 'opened',
        openedAt: last?.kind === 'opened' ? last.at : null,
        takesProposals,
        serves,
        objectives: objectives().map(({ number }) => ({ number, title: shortTitles()[number] ?? '' })),
        canWrite: canWrite(res),
        canOpen: may(res, 'publisher', 'admin'),
      }
    },
    'POST /api/directory': async ({ body: { isOpen, takesProposals, serves }, res }) => {
      const unknown = serves.find(({ objective }) => !objectives().some(({ number }) => number === objective))
      if (unknown)
        throw new Problem('form-refused', [
          {
            path: 'serves',
            message: `Le plan n’a pas ${levelSaid('of', 'objective')} ${unknown.objective} : choisissez dans la liste.`,
          },
        ])
      const { login: by } = accountOf(res)
      const isChange = isOpen !== (await directory.isOpen())
      const kind = isOpen ? ('opened' as const) : ('closed' as const)
      const at = context.now().toISOString()
      await directory.decide((before) => ({
        ...before,
        takesProposals,
        serves,
        history: isChange ? [...before.history, { kind, by, at }] : before.history,
      }))
      if (isChange) await context.audit.record({ who: by, what: isOpen ? 'directory-opened' : 'directory-closed' })
      return {}
    },
    'GET /api/directory/export': async ({ res }) => {
      const all = await readOnes()
      const name = 'annuaire.csv'
      await context.audit.record({
        who: accountOf(res).login,
        what: 'exported',
        about: 'l’annuaire des acteurs',
        details: { fichier: name, lignes: all.length },
      })
      return { type: 'text/csv', content: new TextEncoder().encode(tableText(all)), name }
    },
    'POST /api/directory/links': async ({ req, res }) => {
      const origin = await originOf(context, req)
      const { name: site } = (await context.settings()).site
      const rows = []
      for (const { id, value } of await directory.shown()) {
        const { secret, until } = await directory.makeLink(id)
        const address = `${origin}/ma-fiche#${secret}`
        const { name, email, phone } = value.card
        rows.push([name, email, phone, address, dayText(until), letterOf({ name, site, address, until })])
      }
      await context.audit.record({
        who: accountOf(res).login,
        what: 'actor-links-made',
        about: `${rows.length} fiches`,
      })
      const head = ['Nom', 'Courriel', 'Téléphone', 'Lien', 'Sert jusqu’au', 'Message']
      return {
        type: 'text/csv',
        content: new TextEncoder().encode(csvText([head, ...rows])),
        name: 'liens-annuaire.csv',
      }
    },
    'POST /api/directory/import/read': async ({ body }) =>
      readOf(readTable(body.text, await readOnes(), dayOf(context.now()))),
    'POST /api/directory/import': async ({ body, res }) => {
      const read = readTable(body.text, await readOnes(), dayOf(context.now()))
      const { login, name } = accountOf(res)
      await directory.saveAll(read.rows, { login, name })
      if (read.rows.length > 0)
        await context.audit.record({ who: login, what: 'actors-imported', about: `${read.rows.length} fiches` })
      return readOf(read)
    },
    'GET /api/directory/:actor': async ({ params, res }) => {
      if (params.actor === newId)
        return {
          id: newId,
          revision: null,
          card: emptyCard,
          consent: null,
          state: 'unasked',
          checkedAt: null,
          isStale: false,
          link: null,
          history: [],
          canWrite: canWrite(res),
          ...choicesNow(),
        }
      const { id, revision, value } = await directory.get(params.actor)
      const { card, consent, checkedAt, link, history } = value
      return {
        id,
        revision,
        card,
        consent,
        state: stateOf(value),
        checkedAt,
        isStale: isStale(value, context.now()),
        link: linkUntil(value) === null || link === null ? null : { madeAt: link.madeAt, until: link.until },
        history: history
          .map(({ at, by, name, before }, place) => ({
            at,
            by: by === '' ? '' : name,
            changes: cardChanges(before, history[place + 1]?.before ?? card),
          }))
          .toReversed(),
        canWrite: canWrite(res),
        ...choicesNow(),
      }
    },
    'PUT /api/directory/:actor': async ({ params, body: { card, consent, revision }, res }) => {
      if (consent !== null && consent.day > dayOf(context.now()))
        throw new Problem('form-refused', [{ path: 'consent.day', message: 'Ce jour n’est pas encore passé.' }])
      const { login, name } = accountOf(res)
      await directory.save(params.actor, { card, consent }, { login, name }, revision)
      await context.audit.record({ who: login, what: 'actor-saved', about: params.actor })
      return {}
    },
    'POST /api/directory/:actor/check': async ({ params }) => {
      await directory.check(params.actor)
      return {}
    },
    'POST /api/directory/:actor/accept': async ({ params, body, res }) => {
      await directory.accept(params.actor, body.revision)
      await context.audit.record({ who: accountOf(res).login, what: 'actor-accepted', about: params.actor })
      return {}
    },
    'POST /api/directory/:actor/link': async ({ params, res }) => {
      const { secret, until } = await directory.makeLink(params.actor)
      await context.audit.record({ who: accountOf(res).login, what: 'actor-link-made', about: params.actor })
      return { path: `/ma-fiche#${secret}`, until }
    },
    'DELETE /api/directory/:actor': async ({ params, res }) => {
      await directory.remove(params.actor)
      await context.audit.record({ who: accountOf(res).login, what: 'actor-removed' })
      return {}
    },
  }
}

/** A message ready to be sent by whoever writes to the actors. */
const letterOf = ({ name, site, address, until }: { name: string; site: string; address: string; until: string }) =>
  [
    'Bonjour,',
    `La fiche « ${name} » est dans l’annuaire des acteurs de : ${site}.`,
    `Est-elle encore juste ? Vérifiez-la en deux minutes, sans compte : ${address}`,
    'Par ce même lien, vous pouvez la corriger, ou quitter l’annuaire tout de suite.',
    `Ce lien est le vôtre : ne le donnez à personne d’autre. Il sert jusqu’au ${dayText(until)}.`,
    'Merci.',
  ].join(' ')
