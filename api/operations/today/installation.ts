/** The installation itself: settings, team, keys, backups, kiosks. */
import { dayText } from '../../../surveys/days.ts'
import { reaches } from '../../accounts/limits.ts'
import { copiesIn, wantedCopies } from '../../keys/copies.ts'
import { isSilent, kiosksIn } from '../../kiosks/kiosk.ts'
import { missingSettings } from '../../questionnaires/live-missing.ts'
import { leftElsewhereText } from '../backups.ts'
import { backupTrouble } from '../daily-backup.ts'
import type { Matter } from './matter.ts'

export const backups: Matter = {
  roles: ['admin'],
  lines: async (context) => {
    // made-up people need no backup
    if ((await context.settings()).demo) return []
    const left = await leftElsewhereText(context.store, context.now())
    const trouble = await backupTrouble(context)
    const troubles = [...(trouble ? [trouble] : []), ...(left ? [{ text: left, urgent: true }] : [])]
    return troubles.map((one) => ({ ...one, link: '/gerer/reglages#backupFolder', linkText: 'Régler les sauvegardes' }))
  },
}

export const missingValues: Matter = {
  isStep: true,
  roles: ['admin'],
  lines: async (context) => {
    const [first, ...others] = missingSettings((await context.settings()).values)
    return first ? [{ ...first, text: [first, ...others].map(({ text }) => text).join(' '), urgent: true }] : []
  },
}

export const lonelyTeam: Matter = {
  isStep: true,
  roles: ['admin'],
  lines: async (context) => {
    const people = (await context.accounts.all.list()).filter(({ state }) => state === 'active')
    return people.length > 1
      ? []
      : [
          {
            text: 'L’équipe ne compte qu’une personne. Il en faut deux pour ouvrir un questionnaire.',
            link: '/gerer/comptes',
            linkText: 'Inviter quelqu’un',
            urgent: false,
          },
        ]
  },
}

export const silentKiosks: Matter = {
  roles: ['admin'],
  lines: async (context) => {
    const silent = (await kiosksIn(context.store, context.now).list()).filter((kiosk) => isSilent(kiosk, context.now()))
    return silent.map(({ name, beat }) => ({
      text: `La borne « ${name} » ne donne plus signe de vie${beat ? ` depuis le ${dayText(beat.at)}` : ''}.`,
      link: '/gerer/bornes',
      linkText: 'Voir les bornes',
      urgent: true,
    }))
  },
}

export const keyringCopies: Matter = {
  roles: ['admin'],
  lines: async (context) => {
    if ((await context.settings()).demo) return []
    const { length } = await copiesIn(context.store).of(context.keyring.master)
    if (length >= wantedCopies) return []
    const missing = length === 0 ? 'n’a aucune copie vérifiée' : 'n’a qu’une copie vérifiée'
    return [
      {
        text: `Le trousseau de clés ${missing} : s’il était perdu, toutes les réponses le seraient. Demandez à la personne qui tient le serveur de le copier sur deux supports, puis de taper pour chacun : npm run keyring -- --verify COPIE`,
        link: null,
        linkText: '',
        urgent: true,
      },
    ]
  },
}

export const provisionalZones: Matter = {
  isStep: true,
  roles: ['admin', 'analyst'],
  lines: async (context) =>
    (await context.tables.current('zones'))
      ? []
      : [
          {
            text: 'Le découpage en zones est provisoire.',
            link: '/gerer/tables/zones',
            linkText: 'Vérifier les zones',
            urgent: false,
          },
        ],
}

const recoveryDays = 7
const dayMs = 24 * 3_600_000

export const usedRecoveryCodes: Matter = {
  roles: ['admin'],
  lines: async (context, me) => {
    const since = new Date(context.now().getTime() - recoveryDays * dayMs).toISOString()
    return (await context.accounts.all.list())
      .filter((account) => account.state === 'active' && reaches(me, account) && (account.recoveredAt ?? '') > since)
      .map(({ name, recoveredAt }) => ({
        text: `${name} a utilisé un code de secours le ${dayText(recoveredAt!)}. Vérifiez que c’était bien cette personne ; sinon, retirez son accès.`,
        link: '/gerer/comptes',
        linkText: 'Voir l’équipe',
        urgent: true,
      }))
  },
}

export const recoveryCodes: Matter = {
  roles: ['staff'],
  lines: async (_context, { factor, recovery }) =>
    // a visit of the demonstration has no second factor to lose
    factor === null || recovery.length > 3
      ? []
      : [
          {
            text: `Il vous reste ${recovery.length} code${recovery.length > 1 ? 's' : ''} de secours.`,
            link: '/gerer/sessions',
            linkText: 'En faire de nouveaux',
            urgent: recovery.length === 0,
          },
        ],
}
