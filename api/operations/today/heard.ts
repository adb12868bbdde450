/** What people said or proposed, and nobody has read yet. */
import { directoryIn } from '../../evidence/directory/directory.ts'
import { encountersIn } from '../../evidence/heard/encounters.ts'
import { waitingIn } from '../../evidence/heard/waiting.ts'
import { youngIn } from '../../evidence/young/ideas.ts'
import { counted, type Matter } from './matter.ts'

export const quotesToCheck: Matter = {
  roles: ['listener', 'publisher'],
  lines: async (context, { login }) => {
    const waiting = waitingIn(await encountersIn(context).list()).filter(({ quote }) => quote.by !== login)
    return counted(
      waiting.length,
      'Une citation attend une seconde lecture.',
      `${waiting.length} citations attendent une seconde lecture.`,
      { link: '/ecoute/citations', linkText: 'Relire', urgent: false },
    )
  },
}

export const youngIdeas: Matter = {
  roles: ['vigilance'],
  lines: async (context) => {
    const waiting = (await youngIn(context).waiting()).length
    return counted(
      waiting,
      'Une idée d’un jeune attend d’être lue.',
      `${waiting} idées de jeunes attendent d’être lues.`,
      { link: '/gerer/jeunes', linkText: 'Lire', urgent: false },
    )
  },
}

export const proposedCards: Matter = {
  roles: ['pilot', 'publisher', 'admin'],
  lines: async (context) => {
    const proposed = (await directoryIn(context).all()).filter(({ value }) => value.isProposed).length
    return counted(
      proposed,
      'Une structure propose sa fiche pour l’annuaire.',
      `${proposed} structures proposent leur fiche pour l’annuaire.`,
      { link: '/gerer/annuaire', linkText: 'Lire', urgent: false },
    )
  },
}
