/** Where the actions of the first plan stand in the demo, and a decision taken on one of them. */
import type { ActionState } from '../../../surveys/authority/follow-up.ts'
import { actions } from '../../../surveys/authority/plan.ts'
import { dayAfter, dayOf } from '../../../surveys/days.ts'
import type { AppContext } from '../../context.ts'
import { followUpsIn } from '../../evidence/documents/follow-ups.ts'
import { decisionsIn } from '../../results/decisions.ts'
import { demoPerson, isFirstPlan } from './made-up.ts'

type Said = {
  action: number
  daysAgo: number
  state: ActionState
  why?: string
  done?: string
  difficulties?: string
  next?: string
  asked?: string
}

/** Fills a store where nobody has said anything of the actions; another plan has other actions, of which nothing is invented. */
export async function fillFollowUps(context: AppContext): Promise<void> {
  if (!isFirstPlan()) return
  const followUps = followUpsIn(context.store)
  const today = dayOf(context.now())
  const at = context.now().toISOString()
  for (const { action, daysAgo, state, ...said } of states) {
    const title = actions().find(({ number }) => number === action)?.title
    if (title === undefined || (await followUps.of(String(action))).length > 0) continue
    const empty = { why: '', done: '', difficulties: '', next: '', asked: '' }
    await followUps.add(String(action), () => ({
      ...empty,
      ...said,
      state,
      title,
      day: dayAfter(today, -daysAgo),
      by: demoPerson,
      at,
    }))
  }
  const decisions = decisionsIn(context.store)
  const isTaken = (await decisions.all()).some(({ on, action }) => on === null && action === decidedAction)
  if (isTaken || !actions().some(({ number }) => number === decidedAction)) return
  await decisions.addOnAction(decidedAction, {
    text: 'Ouvrir le préau du stade un soir par semaine, avec un animateur, pendant trois mois.',
    date: dayAfter(today, -10),
    by: demoPerson,
    at,
    publication: null,
    action: decidedAction,
    pilot: 'Services Jeunesse',
    due: dayAfter(today, 80),
    indicator: 'personnes vues au city-stade en soirée, par passage',
  })
}

const decidedAction = 10

const states: readonly Said[] = [
  {
    action: 1,
    daysAgo: 9,
    state: 'under-way',
    done: 'Deux questionnaires ont été menés à un an d’écart, et sept parents aux horaires décalés réunis un soir.',
    difficulties: 'Les familles des communes du Sud répondent peu avant le deuxième rappel.',
    next: 'Chiffrer une ouverture dès 6 h 30 avec une crèche volontaire.',
    asked: 'Choisir la crèche qui essaie, et pour combien de temps.',
  },
  {
    action: 2,
    daysAgo: 25,
    state: 'under-way',
    done: 'Le relais a reçu les familles lors de permanences dans les communes.',
    difficulties: 'Les agréments reculent chaque année ; peu de candidates viennent aux réunions d’information.',
    next: 'Filmer trois portraits d’assistantes maternelles.',
  },
  {
    action: 3,
    daysAgo: 31,
    state: 'under-way',
    done: 'Le guide du parent est imprimé. La journée de la famille a eu lieu.',
    next: 'Mettre le guide dans les écoles à la rentrée.',
  },
  {
    action: 4,
    daysAgo: 22,
    state: 'under-way',
    done: 'Les formations communes et les visites de la future école ont repris. L’annuaire compte plus de fiches à jour.',
    difficulties: 'Les horaires des écoles et des accueils laissent peu de temps commun.',
    next: 'Fixer une demi-journée commune par trimestre.',
  },
  {
    action: 5,
    daysAgo: 14,
    state: 'under-way',
    done: 'Un questionnaire est ouvert, des réunions publiques se sont tenues, un élu et un directeur ont été écoutés.',
    difficulties: 'Trop peu de réponses du Sud pour conclure seul.',
    next: 'Relancer les écoles du Sud avant la fin de la collecte.',
    asked: 'Chiffrer un accueil du mercredi avec deux communes volontaires.',
  },
  {
    action: 6,
    daysAgo: 40,
    state: 'to-start',
    next: 'Réunir la Caf et les accueils de loisirs sur les aides aux départs.',
  },
  {
    action: 7,
    daysAgo: 33,
    state: 'under-way',
    done: 'Les familles ont été interrogées sur ce qu’elles connaissent.',
    next: 'Présenter le relais dans chaque mairie.',
  },
  {
    action: 8,
    daysAgo: 18,
    state: 'to-start',
    next: 'Proposer au comité un profil de référent parentalité.',
    asked: 'Choisir la structure qui porte le référent parentalité.',
  },
  {
    action: 9,
    daysAgo: 27,
    state: 'under-way',
    done: 'L’atelier itinérant passe deux fois par mois, de commune en commune.',
    difficulties: 'Deux communes n’ont pas de salle chauffée.',
    next: 'Essayer un bus prêté par le département.',
  },
  {
    action: 10,
    daysAgo: 12,
    state: 'under-way',
    done: 'Trois lieux sont observés depuis deux mois. Une marche a été faite avec cinq jeunes.',
    difficulties: 'Personne ne peut passer après 22 h.',
    next: 'Refaire une marche dans le Nord avant l’été ; montrer le tableau aux jeunes.',
    asked: 'Prolonger l’essai du préau si dix jeunes au moins y viennent.',
  },
  {
    action: 11,
    daysAgo: 16,
    state: 'under-way',
    done: 'Les animations hors les murs ont lieu chaque mois.',
    next: 'Essayer une équipe qui vient dans les villages.',
  },
  {
    action: 12,
    daysAgo: 45,
    state: 'under-way',
    done: 'Deux conseils de jeunes sont installés, quatre junior associations habilitées.',
    next: 'Inviter les jeunes élus au comité de juin.',
  },
  {
    action: 13,
    daysAgo: 38,
    state: 'under-way',
    done: 'Les partenaires de l’insertion se réunissent chaque trimestre.',
    difficulties: 'Aucun financement commun n’est trouvé pour l’instant.',
    next: 'Écrire ensemble une réponse à l’appel à projets de l’année.',
  },
  {
    action: 14,
    daysAgo: 29,
    state: 'done',
    done: 'Les petits déjeuners des partenaires sont réguliers ; les journées « Vis ma vie » aussi.',
    next: 'Continuer, sans nouvelle réunion.',
  },
  {
    action: 15,
    daysAgo: 35,
    state: 'under-way',
    done: 'La semaine de l’inclusion a eu lieu.',
    next: 'Réunir toutes les adresses utiles sur une seule page.',
  },
  {
    action: 16,
    daysAgo: 20,
    state: 'under-way',
    done: 'Cinq personnes ont été écoutées avec une médiation. Une réunion sur l’habitat partagé s’est tenue.',
    difficulties: 'Les familles repartent avant la fin d’une démarche d’inscription.',
    next: 'Écrire une fiche de liaison avec deux écoles volontaires.',
    asked: 'Confier la fiche de liaison à un service, avec un jour par mois.',
  },
]
