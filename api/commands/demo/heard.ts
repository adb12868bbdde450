/** Made-up encounters and observations for the demonstration: nobody said this, nobody was seen there. */
import { randomUUID } from 'node:crypto'
import { communes } from '../../../surveys/authority/territory.ts'
import { dayAfter, dayOf } from '../../../surveys/days.ts'
import { guideNamed } from '../../../surveys/heard/guide.ts'
import type { Moment, SeenAge, Use, Weather } from '../../../surveys/heard/observation.ts'
import type { AppContext } from '../../context.ts'
import { encountersIn, type NewEncounter, type NewQuote } from '../../evidence/heard/encounters.ts'
import { observationsIn } from '../../evidence/heard/observations.ts'
import { zonesWithin, zoningOf } from '../../evidence/heard/quotes.ts'
import { collections } from '../../store/collections.ts'
import { objectivesHere } from './made-up.ts'

const listener = { login: 'demo-ecoute', name: 'Camille (fictif)' }
const checker = { login: 'demo-relecture', name: 'Sacha (fictif)' }

type MadeUpEncounter = Pick<
  NewEncounter,
  'kind' | 'people' | 'voices' | 'bands' | 'mediation' | 'guide' | 'objectives'
> & {
  daysAgo: number
  facilitator: string
  form: NewEncounter['consent']['form']
  scope: NewEncounter['consent']['scope']
  /** By question of the guide. */
  notes: Record<string, string>
  quotes: (Pick<NewQuote, 'text' | 'themes' | 'voice' | 'band'> & { isWaiting?: true })[]
}

/** Fills an empty store once; a store that has encounters stays as it is. */
export async function fillHeard(context: AppContext): Promise<void> {
  if ((await context.store.collection(collections.encounters).list()).length > 0) return
  const encounters = encountersIn(context)
  const today = dayOf(context.now())
  const zones = zonesWithin(await zoningOf(context))
  for (const [at, one] of madeUp.entries()) {
    const served = objectivesHere(one.objectives)
    if (served.length === 0) continue
    const id = randomUUID()
    const { daysAgo, form, scope, notes, quotes, ...encounter } = one
    const sent: NewEncounter = {
      ...encounter,
      objectives: served,
      day: dayAfter(today, -daysAgo),
      place: zones[at % zones.length] ?? '',
      consent: { form, scope },
      notes: guideNamed(one.guide).questions.map((question) => ({
        question: question.id,
        text: notes[question.id] ?? '',
      })),
    }
    await encounters.save(id, sent, listener, null)
    for (const { isWaiting, ...quote } of quotes) {
      const chosen = randomUUID()
      await encounters.choose(id, { ...quote, id: chosen, objectives: served }, listener)
      if (!isWaiting) await encounters.check(id, chosen, checker, 'approved', '')
    }
  }
  await fillObservations(context, today)
}

const madeUp: MadeUpEncounter[] = [
  {
    kind: 'focus-group',
    daysAgo: 18,
    facilitator: 'Pôle Enfance',
    people: 7,
    voices: ['parent'],
    bands: ['26-59'],
    mediation: '',
    guide: 'general',
    objectives: [1],
    form: 'oral',
    scope: 'documents',
    notes: {
      today:
        'Sept parents qui commencent tôt ou finissent tard. Le matin, c’est ma mère qui traverse le village à six heures. Deux ont refusé des heures.',
      ideas: 'Ce n’est pas tous les jours. Trois matins par semaine, et je peux tenir mon poste.',
    },
    quotes: [
      {
        text: 'Le matin, c’est ma mère qui traverse le village à six heures.',
        voice: 'parent',
        band: '26-59',
        themes: ['horaires'],
      },
      {
        text: 'Trois matins par semaine, et je peux tenir mon poste.',
        voice: 'parent',
        band: '26-59',
        themes: ['horaires'],
      },
    ],
  },
  {
    kind: 'interview',
    daysAgo: 30,
    facilitator: 'Pôle Enfance',
    people: 2,
    voices: ['elected', 'professional'],
    bands: [],
    mediation: '',
    guide: 'general',
    objectives: [14],
    form: 'oral',
    scope: 'documents',
    notes: {
      today: 'Le mercredi, les familles font deux fois le trajet. Certaines ont arrêté de demander.',
      ideas: 'Commencer petit, avec une école qui prête sa salle, et compter qui vient vraiment.',
    },
    quotes: [
      {
        text: 'Commencer petit, avec une école qui prête sa salle, et compter qui vient vraiment.',
        voice: 'elected',
        band: '',
        themes: ['activites'],
      },
    ],
  },
  {
    kind: 'interview',
    daysAgo: 21,
    facilitator: 'Service parentalité',
    people: 1,
    voices: ['parent'],
    bands: ['26-59'],
    mediation: '',
    guide: 'general',
    objectives: [19, 16],
    form: 'oral',
    scope: 'documents',
    notes: {
      known:
        'Une maman de deux enfants. J’ai appelé trois services avant de trouver le bon. Elle a fini par demander à la nounou.',
      ideas: 'Un seul numéro, avec quelqu’un qui rappelle. Elle dit que ce serait déjà énorme.',
    },
    quotes: [
      {
        text: 'J’ai appelé trois services avant de trouver le bon.',
        voice: 'parent',
        band: '26-59',
        themes: ['information', 'parentalite'],
      },
      { text: 'Un seul numéro, avec quelqu’un qui rappelle.', voice: 'parent', band: '26-59', themes: ['information'] },
    ],
  },
  {
    kind: 'focus-group',
    daysAgo: 34,
    facilitator: 'Coordination CTG',
    people: 6,
    voices: ['professional', 'association'],
    bands: ['26-59'],
    mediation: '',
    guide: 'general',
    objectives: [19, 9],
    form: 'oral',
    scope: 'documents',
    notes: {
      today: 'Chacun a sa liste, aucune n’est à jour. On oriente au téléphone, de mémoire.',
      ideas: 'Une personne qui tienne la liste, et qui appelle chacun deux fois par an.',
    },
    quotes: [
      {
        text: 'Chacun a sa liste, aucune n’est à jour.',
        voice: 'professional',
        band: '',
        themes: ['information', 'professionnels'],
      },
    ],
  },
  {
    kind: 'interview',
    daysAgo: 48,
    facilitator: 'Coordination CTG',
    people: 3,
    voices: ['parent'],
    bands: ['26-59'],
    mediation: 'Médiation scolaire',
    guide: 'travellers',
    objectives: [38],
    form: 'oral',
    scope: 'documents',
    notes: {
      school:
        'Les petits vont à l’école quand on est là. Le collège, c’est loin, et les cours à distance on les fait le soir.',
      papers: 'Pour inscrire, il faut des papiers qu’on n’a pas sur nous. La médiation fait le lien avec la mairie.',
    },
    quotes: [
      {
        text: 'Le collège, c’est loin, et les cours à distance on les fait le soir.',
        voice: 'parent',
        band: '26-59',
        themes: ['transports'],
      },
      {
        text: 'Pour inscrire, il faut des papiers qu’on n’a pas sur nous.',
        voice: 'parent',
        band: '26-59',
        themes: ['information'],
      },
    ],
  },
  {
    kind: 'interview',
    daysAgo: 41,
    facilitator: 'Coordination CTG',
    people: 2,
    voices: ['professional'],
    bands: [],
    mediation: 'Association',
    guide: 'travellers',
    objectives: [38],
    form: 'oral',
    scope: 'staff',
    notes: {
      school: 'On apprend une arrivée le matin même. Une fiche de liaison qui suit l’enfant aiderait tout le monde.',
    },
    quotes: [
      {
        text: 'Une fiche de liaison qui suit l’enfant aiderait tout le monde.',
        voice: 'professional',
        band: '',
        themes: ['information'],
      },
    ],
  },
  {
    kind: 'walk',
    daysAgo: 27,
    facilitator: 'Service jeunesse',
    people: 5,
    voices: ['young'],
    bands: ['15-17'],
    mediation: '',
    guide: 'young',
    objectives: [22, 26],
    form: 'parental',
    scope: 'documents',
    notes: {
      places: 'On se met sous le préau du stade, c’est le seul endroit où il ne pleut pas.',
      moving: 'Le dernier bus part avant la fin de l’entraînement.',
      ideas: 'Un lieu où on peut demander sans que tout le monde le sache.',
    },
    quotes: [
      {
        text: 'On se met sous le préau du stade, c’est le seul endroit où il ne pleut pas.',
        voice: 'young',
        band: '15-17',
        themes: ['activites'],
      },
      {
        text: 'Le dernier bus part avant la fin de l’entraînement.',
        voice: 'young',
        band: '15-17',
        themes: ['transports'],
      },
      {
        text: 'Un lieu où on peut demander sans que tout le monde le sache.',
        voice: 'young',
        band: '15-17',
        themes: ['information'],
        isWaiting: true,
      },
    ],
  },
  {
    kind: 'interview',
    daysAgo: 15,
    facilitator: 'Lieu d’accueil enfants-parents',
    people: 2,
    voices: ['parent'],
    bands: ['18-25', '26-59'],
    mediation: '',
    guide: 'general',
    objectives: [20],
    form: 'oral',
    scope: 'documents',
    notes: { known: 'On souffle deux heures, et on voit qu’on n’est pas les seules.' },
    quotes: [
      {
        text: 'On souffle deux heures, et on voit qu’on n’est pas les seules.',
        voice: 'parent',
        band: '',
        themes: ['parentalite'],
      },
    ],
  },
  {
    kind: 'public-meeting',
    daysAgo: 60,
    facilitator: 'CCAS',
    people: 24,
    voices: ['inhabitant', 'elected'],
    bands: ['26-59', '60-plus'],
    mediation: '',
    guide: 'general',
    objectives: [37],
    form: 'oral',
    scope: 'notes',
    notes: {
      ideas: 'Vivre à plusieurs, oui, mais avec sa porte à soi. Beaucoup demandent à visiter avant de dire oui.',
    },
    quotes: [],
  },
]

const seen: [place: number, moment: Moment, counts: Partial<Record<SeenAge, number>>, uses: Use[]][] = [
  [0, 'late-afternoon', { '11-14': 6, '15-17': 5 }, ['sport', 'talk']],
  [0, 'late-afternoon', { '11-14': 4, '15-17': 7 }, ['sport', 'talk', 'phone']],
  [0, 'late-afternoon', { '11-14': 3, '15-17': 4, '18-25': 2 }, ['sport']],
  [0, 'afternoon', { 'under-11': 4, '11-14': 2 }, ['play']],
  [0, 'evening', {}, []],
  [0, 'evening', { '15-17': 3 }, ['talk']],
  [0, 'evening', {}, []],
  [1, 'midday', { '15-17': 8 }, ['eat', 'phone']],
  [1, 'midday', { '15-17': 6, '18-25': 1 }, ['eat', 'talk']],
  [1, 'midday', { '15-17': 9 }, ['eat', 'wait']],
  [1, 'late-afternoon', { '11-14': 5, '15-17': 2 }, ['wait', 'phone']],
  [1, 'late-afternoon', { '11-14': 7, '15-17': 4 }, ['wait', 'talk']],
  [1, 'late-afternoon', { '11-14': 4, '15-17': 3 }, ['wait']],
  [2, 'evening', { '15-17': 2, '18-25': 3 }, ['talk']],
  [2, 'evening', { '18-25': 4 }, ['talk']],
  [2, 'night', {}, []],
]
/** Objective about places and their uses. */
const observed = [22]
const seenPlaces = ['City-stade', 'Arrêt de car du collège', 'Place du marché']
const skies: Weather[] = ['dry', 'dry', 'rain', 'dry', 'cold']

async function fillObservations(context: AppContext, today: string): Promise<void> {
  const served = objectivesHere(observed)
  if (served.length === 0) return
  const observations = observationsIn(context)
  for (const [at, [place, moment, counts, uses]] of seen.entries())
    await observations.add(randomUUID(), {
      place: seenPlaces[place]!,
      commune: communes()[place % communes().length]!.insee,
      day: dayAfter(today, -3 * (at + 1)),
      moment,
      weather: skies[at % skies.length]!,
      isHoliday: false,
      counts,
      uses,
      objectives: served,
      by: listener.login,
      byName: listener.name,
    })
}
