/** A made-up log for the demonstration: a year of sessions under the objectives that no questionnaire asks about. */

import { nextDay } from '../../../surveys/action-log/coming-back.ts'
import { emptyEntry, type LogEntry } from '../../../surveys/action-log/entry.ts'
import type { Satisfaction, Usefulness } from '../../../surveys/action-log/exit.ts'
import type { Repeat } from '../../../surveys/action-log/rows.ts'
import { actions } from '../../../surveys/authority/plan.ts'
import { communes } from '../../../surveys/authority/territory.ts'
import { dayAfter, dayOf } from '../../../surveys/days.ts'
import { one, type Random, seeded } from '../../../surveys/people/random.ts'
import type { AppContext } from '../../context.ts'
import { exitsIn } from '../../evidence/action-log/exit.ts'
import { idOf } from '../../evidence/action-log/ids.ts'
import { actionLogIn } from '../../evidence/action-log/log.ts'
import { demoPerson, madeUpSource, objectivesHere } from './made-up.ts'

/** `each`: usual numbers of children, young people, adults; `rests`: none in summer; `moves`: from commune to commune. */
type Habit = {
  activity: string
  objectives: number[]
  repeats: Repeat
  /** Days between two sessions when it does not come back by itself. */
  every?: number
  each: [child: number, youth: number, adult: number]
  hours: number
  cost: number | null
  partners?: string[]
  rests?: boolean
  moves?: boolean
  /** Families are counted too. */
  families?: number
  /** Ages are not counted, only the total. */
  isPlain?: boolean
}

const habits: readonly Habit[] = [
  {
    activity: 'Permanence : trouver un mode d’accueil',
    objectives: [1, 3],
    repeats: 'fortnight',
    each: [3, 0, 7],
    hours: 3,
    cost: null,
    moves: true,
    rests: true,
    families: 6,
  },
  {
    activity: 'Réunion publique sur l’accueil du mercredi',
    objectives: [14],
    repeats: 'none',
    every: 140,
    each: [2, 0, 23],
    hours: 2,
    cost: 70,
    partners: ['Écoles'],
    moves: true,
  },
  {
    activity: 'Journée de la famille',
    objectives: [6],
    repeats: 'none',
    every: 364,
    each: [110, 30, 125],
    hours: 7,
    cost: 4_200,
    partners: ['Associations du territoire'],
    families: 92,
  },
  {
    activity: 'Formation commune : accueillir chaque enfant',
    objectives: [7],
    repeats: 'none',
    every: 112,
    each: [0, 0, 21],
    hours: 6,
    cost: 950,
  },
  {
    activity: 'Réunion avec tous les parents',
    objectives: [8],
    repeats: 'none',
    every: 63,
    each: [0, 0, 34],
    hours: 1.5,
    cost: null,
    partners: ['Écoles'],
    moves: true,
    rests: true,
  },
  {
    activity: 'Visite de la future école',
    objectives: [10],
    repeats: 'month',
    each: [14, 0, 6],
    hours: 2,
    cost: null,
    partners: ['Écoles', 'Crèches'],
    rests: true,
  },
  {
    activity: 'Échange de pratiques sur le handicap',
    objectives: [11],
    repeats: 'none',
    every: 63,
    each: [0, 0, 13],
    hours: 2,
    cost: null,
    partners: ['Éducation nationale'],
    isPlain: true,
  },
  {
    activity: 'Projet commun : le jardin de l’école',
    objectives: [12],
    repeats: 'month',
    each: [24, 0, 5],
    hours: 2,
    cost: 60,
    partners: ['Écoles'],
    rests: true,
  },
  {
    activity: 'Atelier parents-enfants',
    objectives: [13, 20],
    repeats: 'week',
    each: [8, 0, 6],
    hours: 2,
    cost: 25,
    rests: true,
    families: 6,
  },
  {
    activity: 'Café Partenaires',
    objectives: [18, 29],
    repeats: 'month',
    each: [0, 0, 17],
    hours: 1.5,
    cost: 40,
    moves: true,
    isPlain: true,
  },
  {
    activity: 'Accueil libre du lieu enfants-parents',
    objectives: [20],
    repeats: 'week',
    each: [7, 0, 6],
    hours: 3,
    cost: null,
    rests: true,
    families: 6,
  },
  {
    activity: 'Atelier itinérant',
    objectives: [21],
    repeats: 'fortnight',
    each: [11, 3, 9],
    hours: 2.5,
    cost: 80,
    moves: true,
  },
  {
    activity: 'Présence auprès des jeunes',
    objectives: [24],
    repeats: 'fortnight',
    each: [0, 9, 1],
    hours: 3,
    cost: null,
    moves: true,
  },
  {
    activity: 'Animation hors les murs',
    objectives: [25],
    repeats: 'month',
    each: [9, 14, 3],
    hours: 3,
    cost: 150,
    moves: true,
  },
  {
    activity: 'Rencontre des partenaires de l’insertion',
    objectives: [29],
    repeats: 'none',
    every: 91,
    each: [0, 0, 15],
    hours: 2,
    cost: null,
    isPlain: true,
  },
  {
    activity: 'Petit déjeuner des partenaires',
    objectives: [31],
    repeats: 'none',
    every: 63,
    each: [0, 0, 19],
    hours: 1.5,
    cost: 55,
    isPlain: true,
  },
  {
    activity: 'Vis ma vie',
    objectives: [32],
    repeats: 'none',
    every: 77,
    each: [0, 0, 2],
    hours: 7,
    cost: null,
    isPlain: true,
  },
  {
    activity: 'Semaine de l’inclusion',
    objectives: [33],
    repeats: 'none',
    every: 364,
    each: [85, 20, 60],
    hours: 20,
    cost: 2_800,
    partners: ['Établissements médico-sociaux'],
  },
  {
    activity: 'Atelier entre générations',
    objectives: [36],
    repeats: 'month',
    each: [10, 0, 12],
    hours: 2,
    cost: 30,
    partners: ['Résidences pour personnes âgées'],
    moves: true,
  },
]

const madeUp = `${madeUpSource}.`
/** Days of the past that are filled. */
const past = 400

/** Fills the log of a demonstration, once: the same day gives the same log. */
export async function fillActionLog(context: AppContext): Promise<void> {
  const log = actionLogIn(context.store)
  if ((await log.everything()).length > 0) return
  const today = dayOf(context.now())
  const random = seeded(17)
  const entries = habits
    .map((habit) => ({ ...habit, objectives: objectivesHere(habit.objectives) }))
    .filter((habit) => habit.objectives.length > 0)
    .flatMap((habit, place) => sessionsOf(habit, place, today, random))
  const rows = entries.map((entry) => ({
    id: idOf(`${entry.activity}|${entry.day}`),
    entry,
    revision: null,
    outcome: 'new',
  }))
  await log.saveAll(rows, { by: 'demo', name: demoPerson, at: context.now().toISOString() })
  const event = rows.findLast(({ entry }) => entry.activity === habits[0]!.activity && entry.state === 'done')
  if (event) await answerAtExit(context, event.id, random)
  const newest = rows.toSorted((a, b) => a.entry.day.localeCompare(b.entry.day)).at(-1)
  if (newest) await exitsIn(context.store).open(newest.id)
}

function sessionsOf(habit: Habit, place: number, today: string, random: Random): LogEntry[] {
  const size = communes().toSorted((a, b) => b.population - a.population)
  const action = actions().find((known) => known.objectives.includes(habit.objectives[0]!))
  const sessions: LogEntry[] = []
  // each on its own weekday, from Monday to Friday; the last one stays to be noted
  let day = dayAfter(today, -past + ((place * 3) % 28))
  while (new Date(`${day}T12:00:00Z`).getUTCDay() !== 1 + (place % 5)) day = dayAfter(day)
  for (let at = 0; day < dayAfter(today, -3); at++) {
    const rests = habit.rests === true && /-0[78]-/.test(day)
    const number = (usual: number) => Math.round(usual * (0.6 + 0.8 * random()))
    const [child, youth, adult] = habit.each.map(number) as [number, number, number]
    const counts = { ...(child > 0 ? { child } : {}), ...(youth > 0 ? { youth } : {}), ...(adult > 0 ? { adult } : {}) }
    const chance = random()
    const state = chance < 0.03 ? 'cancelled' : 'done'
    const isCounted = state === 'done' && chance < 0.95
    if (!rests)
      sessions.push({
        ...emptyEntry(day),
        activity: habit.activity,
        state,
        why: state === 'cancelled' ? 'Trop peu d’inscriptions.' : '',
        commune: size[habit.moves ? at % size.length : place % 3]?.insee ?? '',
        pilot: `${action?.pilots[0] ?? 'Service'} (données fictives)`,
        partners: habit.partners ?? [],
        present: isCounted ? child + youth + adult : null,
        ages: isCounted && !habit.isPlain ? counts : {},
        families: isCounted && habit.families !== undefined ? number(habit.families) : null,
        hours: state === 'done' ? habit.hours : null,
        cost: state === 'done' ? habit.cost : null,
        note: madeUp,
        objectives: habit.objectives,
        action: action?.number ?? null,
        repeats: habit.repeats,
      })
    day = nextDay(day, habit.repeats) ?? dayAfter(day, habit.every ?? 30)
  }
  return sessions
}

const words = [
  'convivial',
  'les jeux pour les petits',
  'plus d’ombre',
  'les rencontres',
  'merci',
  'trop court',
  'bien organisé',
  'le goûter',
]

async function answerAtExit(context: AppContext, entry: string, random: Random): Promise<void> {
  const exits = exitsIn(context.store)
  const code = await exits.open(entry)
  if (code === null) return
  for (let at = 0; at < 44; at++)
    await exits.receive(code, idOf(`exit ${at}`), {
      satisfaction: one<Satisfaction>(random, { very: 5, rather: 4, little: 1, no: 0.4 }),
      useful: one<Usefulness>(random, { yes: 6, partly: 3, no: 1 }),
      word: at % 4 === 0 ? words[(at / 4) % words.length]! : '',
    })
}
