/** What somebody reads before publishing: what is in, what is missing, what stays secret and what would free it, what it binds for good. */

import { isTopic, marginField } from '../../analysis/design/weigh.ts'
import { rules } from '../../analysis/disclosure/rules.ts'
import { eachOnce } from '../../analysis/findings/finding.ts'
import { wholePopulationCountOf } from '../../analysis/measures/population-count.ts'
import { typeset } from '../../analysis/text/format.ts'
import { dayText } from '../../surveys/days.ts'
import { capital } from '../../surveys/languages.ts'
import { marginOf } from '../../surveys/questionnaire/audiences.ts'
import { frenchOf } from '../../surveys/questionnaire/elements.ts'
import type { Questionnaire } from '../../surveys/questionnaire/questionnaire.ts'
import { folded } from '../../surveys/wording/folded.ts'
import { nearFive } from '../../surveys/wording/near-five.ts'
import type { Account } from '../accounts/account.ts'
import type { AppContext } from '../context.ts'
import { newcomersText, nothingNewText, togetherText } from '../results/fieldwork.ts'
import { type Head, isWithdrawn, publicationsIn } from '../results/publications.ts'
import { requestFor } from '../results/requests.ts'
import { lineOf } from '../results/shown.ts'
import { snapshotsIn, zonesName } from '../results/snapshots.ts'
import { kindOf } from '../tables/kinds.ts'
import { referenceTables, zonesOf } from '../tables/reference.ts'
import type * as wire from '../wire/results.ts'
import { heldBack, stillHeld, updatesAgain, updatesIn, updatesStill } from './held-back.ts'
import { waitingCount } from './review.ts'

/** Groups that are no zone of the territory: nothing can be done there to hear more people. */
const elsewhere = ['Hors territoire', 'Non précisée']
const french = (count: number) => new Intl.NumberFormat('fr-FR').format(count)
const plural = (count: number, one: string, several: string) => `${french(count)} ${count > 1 ? several : one}`
const answersNear = (total: number) =>
  total > rules.baseStep ? `${plural(total, 'réponse', 'réponses')}, à 5 près` : `${capital(nearFive(total))} réponses`
/** Near the threshold, the count to the nearest five would say the contrary of what is so. */
const enoughText = (total: number, isEnough: boolean) =>
  isEnough
    ? total > rules.leastDescribed
      ? `${answersNear(total)}\u202f: assez pour publier.`
      : 'Assez de réponses pour publier.'
    : `${answersNear(total)}\u202f: pas encore assez. Il en faut ${rules.leastDescribed} pour publier.`

/** Every count is to the nearest five, as the collection shows it: nothing more is said of who has answered. */
export async function readinessOf(context: AppContext, slug: string, me: Account): Promise<wire.Readiness> {
  const { standing } = await context.questionnaires.found(slug)
  const { questionnaire } = await context.questionnaires.published(slug, standing.version)
  const { total, isEnough, aside, isNew, joined, isTogether, joinedZones, zones, provisional } =
    await context.analysis.toPublish(slug)
  const waiting = await waitingCount(context, slug)
  const heads = await publicationsIn(context.store).all(slug)
  const isTrial = standing.status === 'trial'
  const last = heads.findLast((head) => head.surveyed.trial === isTrial && !isWithdrawn(head)) ?? null
  const history = await snapshotsIn(context.store).all(slug, isTrial)
  const snapshots = history.length
  const snapshot = history.at(-1)
  const tables = await context.tables.all()
  const newer = [...tables.values()].filter(({ savedAt }) => last !== null && savedAt > last.madeAt)
  // what is withdrawn counted responses too, and they are published again
  const newest = heads.findLast((head) => head.surveyed.trial === isTrial) ?? null
  const isSame = newest !== null && !isNew
  const isResumed = isSame && isWithdrawn(newest) && (last === null || last.madeAt < (snapshot?.at ?? ''))
  const isBurst = isSame && isTogether
  // responses are counted from the publication that took them, which later ones may have computed anew
  const source = heads.find(({ surveyed, madeAt }) => surveyed.trial === isTrial && madeAt === snapshot?.at) ?? newest
  const isRedrawn = snapshot !== undefined && snapshot.zones !== zonesName(zonesOf(tables.get('zones')))
  // zones drawn afresh come with other noise: nothing waits; the same responses leave zones as they are
  const held =
    last === null || snapshot === undefined || isRedrawn
      ? []
      : isSame
        ? stillHeld(last, snapshot, joinedZones)
        : heldBack({ ...last, number: source!.number }, snapshot, joinedZones)
  const isNothing =
    last !== null &&
    isSame &&
    !isResumed &&
    !isRedrawn &&
    newer.length === 0 &&
    last.surveyed.version === standing.version
  const taken = `${snapshots} déjà ${snapshots > 1 ? 'prises' : 'prise'}`
  const stop =
    total === 0 && aside > 0
      ? `Toutes les réponses reçues (environ ${french(aside)}) sont mises de côté : regardez-les avant de publier.`
      : !isEnough
        ? `Il faut au moins ${rules.leastDescribed} réponses pour publier.`
        : isNothing
          ? nothingNewText({ joined, isTogether })
          : null
  return {
    title: frenchOf(questionnaire.title),
    stop,
    publication: last && lineOf(last),
    byTwo: (await context.settings()).values.publishByTwo,
    request: await requestFor(context, me, slug),
    lines: [
      {
        kind: isEnough ? 'good' : 'warm',
        text: `${enoughText(total, isEnough)}${aside > 0 ? ` Environ ${french(aside)} de plus, mises de côté, ne comptent pas.` : ''}`,
        ...(aside > 0 ? { link: `/terrain/${slug}/signalees`, linkText: 'Les revoir' } : {}),
      },
      ...(isTrial
        ? [
            {
              kind: 'warm' as const,
              text: 'Ce questionnaire est à l’essai : ces réponses seront effacées à l’ouverture.',
            },
          ]
        : []),
      ...(waiting > 0
        ? [
            {
              kind: 'warm' as const,
              text: `${waiting === 1 ? 'Un groupe de réponses attend' : `${waiting} groupes de réponses attendent`} un avis. Sans décision, elles comptent comme les autres.`,
              link: `/terrain/${slug}/signalees`,
              linkText: 'Les regarder',
            },
          ]
        : []),
      ...(await tableLines(context, questionnaire, provisional)),
      ...(isResumed
        ? [{ kind: 'good' as const, text: resumedText(newest) }]
        : last === null
          ? []
          : [
              {
                kind: (isSame && newer.length === 0 ? 'warm' : 'good') as Line['kind'],
                text:
                  typeset(
                    sinceText(
                      last,
                      source ?? last,
                      isBurst ? 'burst' : isSame ? 'same' : 'new',
                      newer.map(({ kind }) => kindOf(kind)?.title ?? kind),
                      joined,
                    ),
                  ) +
                  (isSame && newer.some(({ kind }) => kind === 'margins')
                    ? ` Si les nouvelles marges pèsent autrement, il faudra ${rules.leastNew} réponses nouvelles.`
                    : ''),
              },
            ]),
    ],
    zones: zones
      .filter(({ name }) => !elsewhere.includes(name))
      .map(({ name, count }) => ({ name, count, isShown: count >= rules.leastFigure, text: zoneText(name, count) })),
    held,
    updates:
      last === null || snapshot === undefined || isRedrawn || (isSame && newer.length === 0 && !isResumed)
        ? ''
        : isResumed
          ? updatesAgain(newest)
          : isSame
            ? updatesStill(last)
            : updatesIn(last, snapshot, joined, joinedZones),
    secret:
      last === null
        ? null
        : {
            publication: last.number,
            // each once, as documents count them
            findings: eachOnce(last.findings).length,
            secret: eachOnce(last.findings).filter(({ estimate }) => estimate.value === null).length,
          },
    binds: [
      isSame && !isRedrawn
        ? `Les mêmes réponses que la n° ${newest.number}${isWithdrawn(newest) ? ', retirée' : ''} (${french(newest.surveyed.responses)}, à 5 près), et les groupes qu’elles forment.`
        : `Les réponses reçues jusqu’à maintenant (${french(total)}, à 5 près)${aside > 0 ? ', sans celles mises de côté' : ''}, et les groupes qu’elles forment.`,
      `La version ${standing.version} du questionnaire.`,
      tables.size === 0
        ? 'Aucune table : ni pondération, ni nombre d’habitants.'
        : {
            text: tables.size === 1 ? 'La table d’aujourd’hui.' : `Les ${tables.size} tables d’aujourd’hui.`,
            list: [...tables.values()].map(({ kind, date }) => `${kindOf(kind)?.title ?? kind} (${dayText(date)})`),
          },
      provisional
        ? 'Les zones provisoires : après une publication, elles ne se redessinent qu’une fois.'
        : 'Les zones : après une publication, elles ne se redessinent qu’une fois.',
      isSame && !isRedrawn
        ? `Aucune des ${rules.mostSnapshots} places de réponses différentes (${taken}) : ce sont les mêmes réponses. Avec d’autres marges, elles attendent ${rules.leastNew} réponses nouvelles.`
        : `Une place parmi les ${rules.mostSnapshots} publications de réponses différentes${snapshots > 0 ? ` (${taken})` : ''}. Les mêmes réponses avec d’autres tables n’en prennent pas ; avec d’autres marges, elles attendent ${rules.leastNew} réponses nouvelles.`,
    ].map((one) => (typeof one === 'string' ? { text: one, list: [] } : one)),
  }
}

/** Tables that a line names; of more, it says how many. */
const mostNamed = 3

/** @param source the publication that took the responses of `last` */
function sinceText(
  last: Pick<Head, 'number' | 'madeAt'>,
  source: Pick<Head, 'number' | 'madeAt'>,
  came: 'new' | 'same' | 'burst',
  newer: readonly string[],
  joined: number,
): string {
  const again = source.number < last.number ? `, dont la n° ${last.number} reprend les réponses` : ''
  const since = `depuis la publication n° ${source.number} du ${dayText(source.madeAt)}${again}`
  const saved =
    newer.length > mostNamed
      ? `${newer.length} tables enregistrées`
      : `${newer.length > 1 ? 'tables enregistrées' : 'table enregistrée'} : ${newer.join(', ')}`
  if (came === 'new') return `Des réponses nouvelles ${since}${newer.length > 0 ? ` ; ${saved}` : ''}.`
  const few =
    came === 'burst'
      ? `Les réponses arrivées ${since}${again && ','} l’ont été presque ensemble`
      : again
        ? `${newcomersText(joined)} ${since}${newer.length === 0 ? ', et aucune table enregistrée depuis celle-ci' : ''}`
        : `${newcomersText(joined)}${newer.length === 0 ? ' et aucune table enregistrée' : ''} ${since}`
  // why nothing would be published is said where the button would be
  if (newer.length === 0) return `${few}.`
  return `${few}${came === 'burst' ? ` : ${togetherText(joined)}` : ''}. Les mêmes réponses seront recalculées avec les tables nouvelles (${saved}).`
}

/** What is withdrawn is published again, put right. */
const resumedText = ({ number, surveyed }: { number: number; surveyed: { responses: number } }) =>
  `La publication n° ${number} est retirée : ses réponses (${french(surveyed.responses)}, à 5 près) seront publiées de nouveau, avec les tables d’aujourd’hui.`

/** Enough for a figure, enough for words, or how many more would do. */
function zoneText(name: string, count: number): string {
  if (count >= rules.leastFigure) return `${name} : assez de réponses pour des chiffres.`
  const more = `environ ${french(rules.leastFigure - count)} réponses de plus donneraient des chiffres`
  if (count >= rules.leastDescribed + rules.baseStep) return `${name} : dit en mots seulement ; ${more}.`
  return `${name} : trop peu de réponses, rien n’en sera dit ; ${more}.`
}

type Line = wire.Readiness['lines'][number]

/** The tables this questionnaire reads: used, or missing with what that costs. */
async function tableLines(context: AppContext, questionnaire: Questionnaire, provisional: boolean): Promise<Line[]> {
  const reference = await referenceTables(context.tables)
  const counted = marginOf(questionnaire.unit, questionnaire.audience)
  const own = reference.margins.rows.filter(({ unit }) => unit === counted)
  const variables = [...Map.groupBy(own, ({ variable }) => folded(variable)).values()].map((rows) => rows[0]!.variable)
  const used = variables.filter(
    (variable) => marginField(questionnaire, variable) !== null && !isTopic(questionnaire, variable),
  )
  const link = (name: string, linkText: string) => ({ link: `/gerer/tables/${name}`, linkText })
  const margins: Line =
    used.length > 0
      ? { kind: 'good', text: `Réponses pondérées par : ${used.map((one) => one.toLowerCase()).join(', ')}.` }
      : {
          kind: 'warm',
          text:
            variables.length > 0
              ? `Les marges saisies (${variables.join(', ')}) ne disent pas qui répond à ce questionnaire : les réponses ne seront pas pondérées.`
              : `Aucune marge en ${counted} : les réponses ne seront pas pondérées, et parleront de celles et ceux qui ont répondu.`,
          ...link('margins', 'Remplir les marges'),
        }
  const frame: Line =
    wholePopulationCountOf({ questionnaire, reference }, questionnaire.unit) === null
      ? {
          kind: 'warm',
          text: 'Aucun effectif : les résultats donneront des parts, pas le nombre de personnes que cela fait.',
          ...link('frames', 'Remplir les effectifs'),
        }
      : { kind: 'good', text: 'Les effectifs du territoire sont là : les parts deviennent des nombres.' }
  return [
    ...(provisional
      ? [
          {
            kind: 'warm' as const,
            text: 'Le découpage en zones est provisoire.',
            ...link('zones', 'Vérifier les zones'),
          },
        ]
      : []),
    margins,
    frame,
  ]
}
