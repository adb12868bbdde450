/** Responses that a person must look at, and those whose time has passed. */
import { onTheField } from '../../fieldwork/page.ts'
import { quarantineIn } from '../../kiosks/quarantine.ts'
import { unreadableIn } from '../../responses/unreadable.ts'
import { flaggedTextsFor } from '../../responses/vigilance/waiting.ts'
import { counted, type Matter } from './matter.ts'

export const flaggedGroups: Matter = {
  roles: ['admin', 'publisher'],
  lines: async (context, me) => {
    const { questionnaires } = await onTheField(context, me)
    return questionnaires
      .filter(({ flagged }) => flagged > 0)
      .map(({ slug, title, flagged }) => ({
        text:
          flagged === 1
            ? `Un groupe de réponses à « ${title} » demande votre avis : doublon ou arrivée inhabituelle.`
            : `${flagged} groupes de réponses à « ${title} » demandent votre avis : doublons ou arrivées inhabituelles.`,
        link: `/terrain/${slug}/signalees`,
        linkText: 'Regarder',
        urgent: false,
      }))
  },
}

export const purgesDue: Matter = {
  roles: ['admin'],
  lines: async (context, me) => {
    const { clock, disposals } = await onTheField(context, me)
    if (clock.doubt)
      return [
        {
          text: 'L’horloge du serveur semble fausse : rien ne sera effacé tant que la date n’est pas confirmée.',
          link: '/terrain#horloge',
          linkText: 'Vérifier la date',
          urgent: true,
        },
      ]
    return disposals
      .filter(({ isDue }) => isDue)
      .map(({ title }) => ({
        text: `${title} : la durée de conservation est passée.`,
        link: '/terrain#effacements',
        linkText: 'Préparer l’effacement',
        urgent: true,
      }))
  },
}

export const quarantined: Matter = {
  roles: ['admin'],
  lines: async (context) => {
    const { length } = await quarantineIn(context).list()
    return counted(
      length,
      'Une fiche venue d’une borne attend votre décision.',
      `${length} fiches venues de bornes attendent votre décision.`,
      { link: '/gerer/bornes', linkText: 'Décider', urgent: false },
    )
  },
}

export const unreadable: Matter = {
  roles: ['admin'],
  lines: async (context) => {
    const { length } = await unreadableIn(context).list()
    return counted(
      length,
      'Une réponse ne peut plus être lue : elle est laissée de côté, tout le reste continue.',
      `${length} réponses ne peuvent plus être lues : elles sont laissées de côté, tout le reste continue.`,
      { link: '/gerer/illisibles', linkText: 'Voir que faire', urgent: true },
    )
  },
}

export const distress: Matter = {
  roles: ['vigilance'],
  lines: async (context, me) => {
    const length = (await flaggedTextsFor(context, me)).reduce((sum, { waiting }) => sum + waiting.length, 0)
    return counted(
      length,
      'Un texte libre peut dire une détresse : lisez-le en premier.',
      `${length} textes libres peuvent dire une détresse : lisez-les en premier.`,
      { link: '/gerer/vigilance', linkText: 'Lire', urgent: true },
    )
  },
}
