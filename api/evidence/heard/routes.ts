/** Routes of what was heard. Notes are opened by those who listen; each opening is written in the journal, without a word of them. */

import { countedAs, peopleOf } from '../../../analysis/evidence/heard/counts.ts'
import { fewestRounds, presenceOf, seenIn } from '../../../analysis/evidence/heard/presence.ts'
import { foundingDictionary, themesOf } from '../../../analysis/text/dictionary.ts'
import { mask } from '../../../analysis/text/mask.ts'
import { levelSaid } from '../../../surveys/authority/levels.ts'
import { objectives } from '../../../surveys/authority/plan.ts'
import { communes, zoneNames } from '../../../surveys/authority/territory.ts'
import { dayOf } from '../../../surveys/days.ts'
import { visitor } from '../../accounts/visitor.ts'
import type { AppContext } from '../../context.ts'
import { erase } from '../../erasure/erase.ts'
import { Problem } from '../../http/problems.ts'
import type { Handlers } from '../../http/serve.ts'
import type { heardContracts } from '../../wire/contracts/heard.ts'
import type * as wire from '../../wire/heard.ts'
import { writtenGuide } from '../documents/written.ts'
import { encountersIn, type KnownEncounter, type Quote } from './encounters.ts'
import { observationsIn } from './observations.ts'
import { shownQuotes, usesOf, whoSays, type Zoning, zoneNameOf, zonesWithin, zoningOf } from './quotes.ts'
import { waitingIn } from './waiting.ts'

export function heardRoutes(context: AppContext, isDemo: () => Promise<boolean>): Handlers<typeof heardContracts> {
  const encounters = encountersIn(context)
  const observations = observationsIn(context)
  /** @throws Problem form-refused: a day to come, or an objective that the plan does not have */
  const checked = (body: { day: string; objectives: readonly number[] }) => {
    if (body.day > dayOf(context.now()))
      throw refused('day', 'Ce jour n’est pas encore passé. Notez la rencontre une fois tenue.')
    inPlan(body.objectives)
  }

  return {
    'GET /api/heard': async () => {
      const [all, zones] = [await encounters.list(), await zoningOf(context)]
      const withdrawn = await encounters.withdrawn()
      return {
        counted: countedAs(all),
        people: peopleOf(all),
        encounters: all.map((one) => lineOf(one, zones)),
        quotes: shownQuotes(all, zones, 'staff').map(({ text, who, objectives: own, themes, day }) => ({
          text,
          who,
          objectives: own,
          themes,
          day,
        })),
        waiting: waitingIn(all).length,
        withdrawn: await Promise.all(withdrawn.map(async (one) => ({ ...one, uses: await usesOf(context, one.id) }))),
        places: places(zones),
        themes: themes(),
      }
    },
    'POST /api/heard/mask': ({ body }) => {
      const { text, found } = mask(body.text)
      return { text, found: [...new Set(found)], themes: themesOf(body.text, foundingDictionary()) }
    },
    'GET /api/heard/quotes': async ({ res }) => {
      const { login } = visitor(res).account
      const [all, zones] = [await encounters.list(), await zoningOf(context)]
      return {
        quotes: waitingIn(all).map(({ encounter, quote }) => ({
          ...quoteShown(quote, login),
          encounter: encounter.id,
          kind: encounter.kind,
          day: encounter.day,
          who: whoSays(quote, encounter.place, zones),
          scope: encounter.consent.scope,
          themes: quote.themes.map(themeTitle),
        })),
      }
    },
    'GET /api/heard/encounters/:id': async ({ params: { id }, res }) => {
      const { login } = visitor(res).account
      const { by: _, at: __, quotes, ...encounter } = await encounters.get(id)
      await context.audit.record({ who: login, what: 'heard-read', about: encounter.day })
      return {
        encounter: { ...encounter, quotes: quotes.map((quote) => quoteShown(quote, login)) },
        themes: themes(),
        uses: await usesOf(context, id),
      }
    },
    'PUT /api/heard/encounters/:id': async ({ params: { id }, body, res }) => {
      const { account } = visitor(res)
      const { revision, ...sent } = body
      checked(sent)
      if (!places(await zoningOf(context)).some(({ value }) => value === sent.place))
        throw refused('place', 'Choisissez un lieu de la liste.')
      await encounters.save(id, sent, account, revision)
      await context.audit.record({ who: account.login, what: 'heard-saved', about: sent.day })
      return {}
    },
    'POST /api/heard/encounters/:id/withdraw': async ({ params: { id }, res }) => {
      const { day } = await encounters.get(id)
      // the ledger has it before anything goes: no backup brings the words back
      await context.ledger.record('encounter', id, '')
      await erase(context.store, { at: context.now().toISOString(), kind: 'encounter', id, questionnaire: '' })
      await context.audit.record({ who: visitor(res).account.login, what: 'heard-withdrawn', about: day })
      return {}
    },
    'PUT /api/heard/encounters/:id/quotes/:quote': async ({ params: { id, quote }, body, res }) => {
      inPlan(body.objectives)
      const known = themes()
      const coded = body.themes.filter((theme) => known.some((one) => one.id === theme))
      await encounters.choose(id, { ...body, themes: coded, id: quote }, visitor(res).account)
      return {}
    },
    'DELETE /api/heard/encounters/:id/quotes/:quote': async ({ params: { id, quote } }) => {
      await encounters.drop(id, quote)
      return {}
    },
    'POST /api/heard/encounters/:id/quotes/:quote/check': async ({ params: { id, quote }, body, res }) => {
      const { account } = visitor(res)
      await encounters.check(id, quote, account, body.decision, body.why)
      const details = { décision: body.decision === 'approved' ? 'peut être montrée' : 'refusée' }
      await context.audit.record({ who: account.login, what: 'quote-checked', details })
      return {}
    },
    'GET /api/heard/guides/:file': async ({ params: { file } }) => {
      const { site } = await context.settings()
      const source = { place: site.name, date: dayOf(context.now()), demo: await isDemo() }
      const written = await writtenGuide(source, file)
      if (!written) throw new Problem('route-unknown')
      return written
    },
    'GET /api/heard/observations': async () => {
      const all = await observations.list()
      const known = new Map(all.toReversed().map(({ place, commune }) => [place, commune]))
      return {
        rows: presenceOf(all),
        fewest: fewestRounds,
        rounds: all.slice(0, 60).map((round) => ({
          id: round.id,
          place: round.place,
          day: round.day,
          moment: round.moment,
          weather: round.weather,
          people: seenIn(round),
          uses: round.uses,
          byName: round.byName,
        })),
        places: [...known]
          .map(([place, commune]) => ({ place, commune }))
          .toSorted((a, b) => a.place.localeCompare(b.place, 'fr')),
        communes: communes().map(({ insee, name }) => ({ value: insee, text: name })),
        objectives: all[0]?.objectives ?? [],
      }
    },
    'PUT /api/heard/observations/:id': async ({ params: { id }, body, res }) => {
      const { login, name } = visitor(res).account
      checked(body)
      if (!communes().some(({ insee }) => insee === body.commune))
        throw refused('commune', 'Choisissez la commune du lieu.')
      await observations.add(id, { ...body, by: login, byName: name })
      await context.audit.record({ who: login, what: 'observed', about: `${body.place}, ${body.day}` })
      return {}
    },
    'DELETE /api/heard/observations/:id': async ({ params: { id }, res }) => {
      await observations.remove(id)
      await context.audit.record({ who: visitor(res).account.login, what: 'observation-removed' })
      return {}
    },
  }
}

const refused = (path: string, message: string) => new Problem('form-refused', [{ path, message }])

function inPlan(wanted: readonly number[]): void {
  const unknown = wanted.find((number) => !objectives().some((one) => one.number === number))
  if (unknown !== undefined) throw refused('objectives', `Le plan n’a pas ${levelSaid('of', 'objective')} ${unknown}.`)
}

const themes = () => foundingDictionary().map(({ id, title }) => ({ id, title }))
const themeTitle = (id: string) => foundingDictionary().find((theme) => theme.id === id)?.title ?? id

const places = (zones: Zoning): wire.HeardPage['places'] => [
  { value: '', text: 'Tout le territoire', isZone: true },
  ...zonesWithin(zones).map((value) => ({ value, text: zoneNames()[value] ?? value, isZone: true })),
  ...communes().map(({ insee, name }) => ({ value: insee, text: name, isZone: false })),
]

function lineOf(encounter: KnownEncounter, zones: Zoning): wire.EncounterLine {
  const { id, kind, day, place, facilitator, people, objectives: own, consent, quotes } = encounter
  return {
    id,
    kind,
    day,
    zone: zoneNameOf(place, zones),
    facilitator,
    people,
    objectives: own,
    scope: consent.scope,
    quotes: quotes.length,
    waiting: quotes.filter(({ check }) => check === null).length,
  }
}

function quoteShown({ by, at: _, check, ...quote }: Quote, login: string): wire.Quote {
  return {
    ...quote,
    isMine: by === login,
    check: check && { decision: check.decision, why: check.why, byName: check.byName, at: check.at },
  }
}
